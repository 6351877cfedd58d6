package org.busmark.bench.calibrate;

/**
 * One comparison of what was scripted with what was measured.
 *
 * @param what that was compared
 * @param expected by the script, in words or with its unit
 * @param observed by the instrument, likewise
 * @param tolerance by which they may differ, likewise
 * @param finding who is to blame for a difference
 * @param note why the machine is to blame; empty when it is not
 */
public record Check(String what, String expected, String observed, String tolerance, Finding finding, String note) {
    static final String TOO_BUSY = "machine too busy to calibrate";

    /** What a comparison came to. */
    public enum Finding {
        /** They agree. */
        AGREES,
        /** The instrument is wrong. */
        INSTRUMENT,
        /**
         * The machine was too busy to tell: what the instrument measured really happened, for the standard saw the same,
         * but it is not what was scripted.
         */
        MACHINE
    }

    Check(String what, String expected, String observed, String tolerance, Finding finding) {
        this(what, expected, observed, tolerance, finding, "");
    }

    /** Whether what was measured is what was scripted. */
    public boolean passed() {
        return finding == Finding.AGREES;
    }

    /** Two counts, which must be equal. */
    static Check count(String what, long expected, long observed) {
        return new Check(what, Long.toString(expected), Long.toString(observed), "0", agree(expected == observed));
    }

    static Finding agree(boolean does) {
        return does ? Finding.AGREES : Finding.INSTRUMENT;
    }
}
