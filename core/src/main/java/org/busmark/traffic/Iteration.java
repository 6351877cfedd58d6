package org.busmark.traffic;

/**
 * One stretch of time in which lanes send.
 *
 * @param startNs on the traffic's clock; the epoch of an open loop's schedule
 * @param durationNs how long it is meant to last
 * @param measured whether lanes send as they do while measured; false for a warm-up, which may be brisk. What is
 *     recorded is decided elsewhere
 */
public record Iteration(long startNs, long durationNs, boolean measured) {
    /** When the last tick is due, exclusive. */
    public long endNs() {
        return startNs + durationNs;
    }
}
