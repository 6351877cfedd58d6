package org.busmark.latency;

/**
 * The time that a series covers, in equal intervals of which the last may be shorter.
 *
 * @param startNs first intended time that counts, by the run's clock
 * @param endNs first intended time after it
 * @param intervalNs length of an interval
 */
public record SeriesWindow(long startNs, long endNs, long intervalNs) {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int MAX_INTERVALS = 120;

    public SeriesWindow {
        if (endNs - startNs <= 0) {
            throw new IllegalArgumentException("endNs is not after startNs: " + endNs + ", " + startNs);
        }
        if (intervalNs <= 0) {
            throw new IllegalArgumentException("intervalNs is not positive: " + intervalNs);
        }
        if ((endNs - startNs - 1) / intervalNs >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("intervalNs is too short for the window: " + intervalNs);
        }
    }

    /** A window with intervals of 1 s, or of as many whole seconds as it takes for at most 120 of them. */
    public static SeriesWindow of(long startNs, long durationNs) {
        long seconds = Math.max(1, (durationNs - 1) / (SECOND_NS * MAX_INTERVALS) + 1);
        return new SeriesWindow(startNs, startNs + durationNs, seconds * SECOND_NS);
    }

    /** Its length, ns. */
    public long durationNs() {
        return endNs - startNs;
    }

    /** How many intervals it has. */
    public int intervals() {
        return (int) ((durationNs() - 1) / intervalNs) + 1;
    }

    /** Whether a message intended at this time counts. */
    public boolean covers(long intendedNs) {
        long sinceStartNs = intendedNs - startNs;
        return sinceStartNs >= 0 && sinceStartNs < durationNs();
    }

    /** Which interval a time lies in that the window covers. */
    int interval(long intendedNs) {
        return (int) ((intendedNs - startNs) / intervalNs);
    }
}
