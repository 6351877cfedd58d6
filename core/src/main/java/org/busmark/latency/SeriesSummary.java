package org.busmark.latency;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * The figures of a series that reports print, us. A percentile is absent when fewer than 10 samples lie above it, the
 * maximum when there is no sample.
 *
 * @param count values in the histograms
 * @param negative values below 0, which no histogram holds
 * @param outOfRange values above an hour, which no histogram holds
 */
public record SeriesSummary(
        OptionalDouble p50Us,
        OptionalDouble p90Us,
        OptionalDouble p99Us,
        OptionalDouble p999Us,
        OptionalDouble p9999Us,
        OptionalDouble maxUs,
        long count,
        long negative,
        long outOfRange) {
    private static final double SAMPLES_ABOVE = 10;
    private static final double NS_PER_US = 1e3;

    public SeriesSummary {
        if (count < 0 || negative < 0 || outOfRange < 0) {
            throw new IllegalArgumentException("a count is negative: " + count + ", " + negative + ", " + outOfRange);
        }
    }

    /**
     * Reads the figures off a histogram, of one run or of several added.
     *
     * @param nanoseconds is not changed
     * @param negative values below 0, which it does not hold
     * @param outOfRange values above an hour, which it does not hold
     */
    public static SeriesSummary of(Histogram nanoseconds, long negative, long outOfRange) {
        return new SeriesSummary(
                percentileUs(nanoseconds, 50),
                percentileUs(nanoseconds, 90),
                percentileUs(nanoseconds, 99),
                percentileUs(nanoseconds, 99.9),
                percentileUs(nanoseconds, 99.99),
                maxUs(nanoseconds),
                nanoseconds.getTotalCount(),
                negative,
                outOfRange);
    }

    /**
     * A percentile, us, to the histogram's digits.
     *
     * @param nanoseconds is not changed
     * @param percentile 0 to 100
     * @return empty when fewer than 10 samples lie above it, for then it rests on chance
     */
    public static OptionalDouble percentileUs(Histogram nanoseconds, double percentile) {
        double above = nanoseconds.getTotalCount() * (100 - percentile) / 100;
        // 100 - 99.9 is not exactly 0.1: 10 samples must not become 9.9999999.
        if (above < SAMPLES_ABOVE - 1e-6) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(nanoseconds.getValueAtPercentile(percentile) / NS_PER_US);
    }

    static OptionalDouble maxUs(Histogram nanoseconds) {
        return nanoseconds.getTotalCount() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(nanoseconds.getMaxValue() / NS_PER_US);
    }
}
