package org.busmark.traffic;

/**
 * One stretch of time in which lanes send.
 *
 * @param startNs on the traffic's clock; the epoch of an open loop's schedule
 * @param durationNs how long it is meant to last
 * @param measured false for a warm-up, whose messages are in the ledger and not in the series
 */
public record Iteration(long startNs, long durationNs, boolean measured) {
    /** When the last tick is due, exclusive. */
    public long endNs() {
        return startNs + durationNs;
    }
}
