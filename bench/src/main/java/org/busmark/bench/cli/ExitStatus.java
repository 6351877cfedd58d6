package org.busmark.bench.cli;

/** What the process tells scripts. */
public final class ExitStatus {
    /** All went well. */
    public static final int OK = 0;

    /** A run failed or is INVALID. Wins over {@link #LACKING}. */
    public static final int FAILED = 1;

    /** The command line or a file cannot be used. */
    public static final int USAGE = 2;

    /** The machine lacks something. */
    public static final int LACKING = 4;

    private ExitStatus() {}

    /** Of two parts of one command: a failure wins over a lack, both over success. */
    static int worse(int left, int right) {
        if (left == FAILED || right == FAILED) {
            return FAILED;
        }
        return Math.max(left, right);
    }
}
