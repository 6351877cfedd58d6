package org.busmark.bench.campaign;

import java.time.Duration;
import org.busmark.workload.Durations;

/** A run did not come to its end. */
final class FailedForkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean overdue;

    private FailedForkException(String message, boolean overdue) {
        super(message);
        this.overdue = overdue;
    }

    /** It ended by itself. */
    static FailedForkException ended(String why) {
        return new FailedForkException(why, false);
    }

    /** It was ended. */
    static FailedForkException overdue(Duration limit) {
        return new FailedForkException(
                "it was killed because it was still there after " + Durations.format(limit), true);
    }

    /** Whether its time was up: then its log says nothing of why. */
    boolean isOverdue() {
        return overdue;
    }
}
