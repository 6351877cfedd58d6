package org.busmark.bench.calibrate;

import java.util.Set;

/** Kinds of reasons of a verdict, each by the words that stand in it. */
final class Reasons {
    static final String LOST = "lost, allowed 0";
    static final String CORRUPTED = "corrupted, allowed 0";
    static final String OUT_OF_ORDER = "out of order where order is promised";
    static final String DUPLICATED = "repeated without a redelivery flag";
    static final String REJECTED = "rejected, 0 expected";
    static final String UNKNOWN_OUTCOME = "of unknown outcome";
    static final String OFFERED_RATE = "offered rate missed";
    static final String NO_STEADY_STATE = "no steady state";

    private static final Set<String> OF_MACHINE =
            Set.of("pacing lag", "machine jitter", "stolen CPU", "CPU used by others");

    private Reasons() {}

    /**
     * Whether a reason blames the machine on which a calibration runs, and not what the script does.
     *
     * @param disturbed whether the standard saw sends or deliveries come much too late; a missed rate or an unsteady state is
     *     then the machine's too
     */
    static boolean isOfMachine(String reason, boolean disturbed) {
        return OF_MACHINE.stream().anyMatch(reason::startsWith)
                || (disturbed && (reason.startsWith(OFFERED_RATE) || reason.startsWith(NO_STEADY_STATE)));
    }
}
