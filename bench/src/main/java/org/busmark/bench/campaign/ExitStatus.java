package org.busmark.bench.campaign;

import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunDocument;

/** What the process tells scripts. An interrupt needs no constant: the JVM itself ends with 130. */
public final class ExitStatus {
    /** All went well. */
    public static final int OK = 0;

    /** A run failed or is INVALID. Wins over {@link #LACKING}. */
    public static final int FAILED = 1;

    /** The command line or a file cannot be used. */
    public static final int USAGE = 2;

    /** A comparison of two runs found that the second is worse. */
    public static final int REGRESSION = 3;

    /** The machine lacks something. */
    public static final int LACKING = 4;

    private ExitStatus() {}

    /** What a campaign came to: an INVALID cell wins over a bus that cannot be had. */
    public static int of(RunDocument document) {
        boolean failed = document.cells().stream().anyMatch(cell -> cell.verdict() == Verdict.INVALID)
                || document.walkthroughs().stream().anyMatch(walkthrough -> !walkthrough.holds());
        boolean lacking = document.buses().stream().anyMatch(bus -> bus.notMeasured() != null);
        return worse(failed ? FAILED : OK, lacking ? LACKING : OK);
    }

    /** Of two parts of one command: a failure wins over a lack, both over success. */
    public static int worse(int left, int right) {
        if (left == FAILED || right == FAILED) {
            return FAILED;
        }
        return Math.max(left, right);
    }
}
