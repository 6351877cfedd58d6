package org.busmark.bench.capacity;

import org.jspecify.annotations.Nullable;

/**
 * What one run says of the rate that was offered.
 *
 * @param why in words with limit and value; empty when the rate was sustained
 * @param responseP99Us null when too few messages arrived for a p99
 * @param late whose doing it was that messages left late
 * @param machine what the run says of the machine, in words; empty when it says nothing against it
 */
record Finding(Answer answer, String why, @Nullable Double responseP99Us, Late late, String machine) {
    /** Whether the rate was sustained. */
    enum Answer {
        SUSTAINED,
        /** Missed as one bad moment of the machine can make any bus miss it: worth another run. */
        DOUBTFUL,
        /** Missed beyond that. */
        MISSED,
        /** The run failed, and says nothing of the rate. */
        NOTHING_MEASURED
    }

    /** Where the time went by which messages left late, where they left too late for the rate. */
    enum Late {
        /** They left in time. */
        NOT,
        /** In the bus's own sends, which take as long as the bus makes them. */
        IN_SENDS,
        /** Between sends: the instrument, or a machine that gave it no processor. */
        BETWEEN_SENDS
    }

    boolean isSustained() {
        return answer == Answer.SUSTAINED;
    }

    boolean isWorthAnotherRun() {
        return answer == Answer.DOUBTFUL || answer == Answer.NOTHING_MEASURED;
    }
}
