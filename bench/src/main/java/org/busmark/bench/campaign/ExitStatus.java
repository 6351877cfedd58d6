package org.busmark.bench.campaign;

import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunDocument;

/** What scripts read off a campaign. */
public final class ExitStatus {
    public static final int OK = 0;

    /** A run failed or is INVALID. */
    public static final int INVALID = 1;

    /** The machine lacks something. */
    public static final int LACKING = 4;

    private ExitStatus() {}

    /** An INVALID cell wins over a bus that cannot be had. */
    public static int of(RunDocument document) {
        if (document.cells().stream().anyMatch(cell -> cell.verdict() == Verdict.INVALID)
                || document.walkthroughs().stream().anyMatch(walkthrough -> walkthrough.failure() != null)) {
            return INVALID;
        }
        return document.buses().stream().anyMatch(bus -> bus.notMeasured() != null) ? LACKING : OK;
    }
}
