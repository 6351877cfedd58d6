package org.busmark.latency;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Takes the values of one series on one thread. All histograms are there from the start (about 135 kB an interval), so
 * recording allocates nothing. Single writer, no synchronisation: read it, through {@link Series}, after its writer is
 * quiet and something has ordered its writes before the reading.
 */
public final class SeriesRecorder {
    /** Largest value that a histogram takes: one hour. */
    public static final long HIGHEST_NS = 3_600_000_000_000L;

    static final int SIGNIFICANT_DIGITS = 3;

    // One thread cannot record 2^31 values in so short an interval, so an int a bucket is enough and half the memory.
    private static final long INT_COUNTS_NS = 10_000_000_000L;

    private final SeriesWindow window;
    private final AbstractHistogram[] intervals;
    private long currentStartNs;
    private long currentLengthNs;
    private AbstractHistogram current;
    private long negative;
    private long outOfRange;

    /** @param window that decides what counts, and in which interval */
    public SeriesRecorder(SeriesWindow window) {
        this.window = window;
        intervals = new AbstractHistogram[window.intervals()];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = window.intervalNs() <= INT_COUNTS_NS
                    ? new IntCountsHistogram(1, HIGHEST_NS, SIGNIFICANT_DIGITS)
                    : new Histogram(1, HIGHEST_NS, SIGNIFICANT_DIGITS);
        }
        current = intervals[0];
        turnTo(0);
    }

    /**
     * Records a value, unless its message was intended outside the window: then nothing happens at all.
     *
     * @param intendedNs when the message was meant to be sent
     * @param valueNs below 0 it is counted as negative, above {@link #HIGHEST_NS} as out of range
     */
    public void record(long intendedNs, long valueNs) {
        long sinceNs = intendedNs - currentStartNs;
        if (sinceNs < 0 || sinceNs >= currentLengthNs) {
            if (!window.covers(intendedNs)) {
                return;
            }
            turnTo(window.interval(intendedNs));
        }
        if (valueNs < 0) {
            negative++;
        } else if (valueNs > HIGHEST_NS) {
            outOfRange++;
        } else {
            current.recordValue(valueNs);
        }
    }

    SeriesWindow window() {
        return window;
    }

    AbstractHistogram interval(int index) {
        return intervals[index];
    }

    long negative() {
        return negative;
    }

    long outOfRange() {
        return outOfRange;
    }

    private void turnTo(int index) {
        long sinceStartNs = index * window.intervalNs();
        current = intervals[index];
        currentStartNs = window.startNs() + sinceStartNs;
        currentLengthNs = Math.min(window.intervalNs(), window.durationNs() - sinceStartNs);
    }
}
