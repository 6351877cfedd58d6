package org.busmark.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * A series of a run: what its recorders took, merged interval by interval. Percentiles come from merged histograms and
 * are never averaged. Not thread-safe; a copy, which later recording does not change.
 */
public final class Series {
    private static final long NS_PER_MS = 1_000_000;

    private final SeriesName name;
    private final Histogram total = emptyHistogram();
    private final List<Histogram> intervals = new ArrayList<>();
    private final long negative;
    private final long outOfRange;

    /**
     * Merges. Every writer must be quiet.
     *
     * @param recorders of one window; with none the series is empty
     */
    public Series(SeriesName name, List<SeriesRecorder> recorders) {
        this.name = name;
        negative = recorders.stream().mapToLong(SeriesRecorder::negative).sum();
        outOfRange = recorders.stream().mapToLong(SeriesRecorder::outOfRange).sum();
        if (!recorders.isEmpty()) {
            merge(recorders.get(0).window(), recorders);
        }
    }

    static Histogram emptyHistogram() {
        return new Histogram(1, SeriesRecorder.HIGHEST_NS, SeriesRecorder.SIGNIFICANT_DIGITS);
    }

    private void merge(SeriesWindow window, List<SeriesRecorder> recorders) {
        for (int i = 0; i < window.intervals(); i++) {
            Histogram interval = emptyHistogram();
            interval.setTag(name.key());
            for (SeriesRecorder recorder : recorders) {
                if (!recorder.window().equals(window)) {
                    throw new IllegalArgumentException("recorders have different windows: " + recorder.window());
                }
                interval.add(recorder.interval(i));
            }
            // Set last: add() widens the stamps to those of what is added.
            interval.setStartTimeStamp(i * window.intervalNs() / NS_PER_MS);
            interval.setEndTimeStamp(Math.min((i + 1) * window.intervalNs(), window.durationNs()) / NS_PER_MS);
            intervals.add(interval);
            total.add(interval);
        }
        total.setStartTimeStamp(0);
        total.setEndTimeStamp(window.durationNs() / NS_PER_MS);
        total.setTag(name.key());
    }

    public SeriesName name() {
        return name;
    }

    /** All intervals as one histogram, ns. The caller must not change it. */
    public Histogram total() {
        return total;
    }

    /**
     * One histogram an interval, ns, tagged with the series' key; start and end time stamps are ms since the window's
     * start. The caller must not change them.
     */
    public List<Histogram> intervals() {
        return List.copyOf(intervals);
    }

    /** How many values the histograms hold. */
    public long count() {
        return total.getTotalCount();
    }

    /** How many values were below 0 and are in no histogram. */
    public long negative() {
        return negative;
    }

    /** How many values were above {@link SeriesRecorder#HIGHEST_NS} and are in no histogram. */
    public long outOfRange() {
        return outOfRange;
    }

    /**
     * A percentile, us, to 3 digits.
     *
     * @param percentile 0 to 100
     * @return empty when fewer than 10 samples lie above it, for then it rests on chance
     */
    public OptionalDouble percentileUs(double percentile) {
        if (!(percentile >= 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile is not in 0..100: " + percentile);
        }
        return SeriesSummary.percentileUs(total, percentile);
    }

    /** The largest value, us, to 3 digits; empty when there is none. */
    public OptionalDouble maxUs() {
        return SeriesSummary.maxUs(total);
    }

    /** The figures that reports print. */
    public SeriesSummary summary() {
        return SeriesSummary.of(total, negative, outOfRange);
    }
}
