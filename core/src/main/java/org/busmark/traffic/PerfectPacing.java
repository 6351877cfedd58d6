package org.busmark.traffic;

/**
 * When a lane's messages would have left with a perfect pacer and the very same sends: each when it was due, or when the
 * send before it returned. What a message left later than that is the instrument's own error, and it stays in all the
 * messages that are late because of it. What remains of the pacing lag was spent inside earlier sends: the bus's doing.
 *
 * <p>One lane's, confined to its thread; allocates nothing.
 */
final class PerfectPacing {
    private long freeNs;

    /** @param startNs of an iteration: nothing was sent before */
    PerfectPacing(long startNs) {
        freeNs = startNs;
    }

    /**
     * Sends the next message.
     *
     * @param intendedNs when it was due
     * @param blockedNs how long its send took
     * @return when a perfect pacer would have sent it
     */
    long sendNs(long intendedNs, long blockedNs) {
        long sendNs = intendedNs - freeNs > 0 ? intendedNs : freeNs;
        freeNs = sendNs + blockedNs;
        return sendNs;
    }
}
