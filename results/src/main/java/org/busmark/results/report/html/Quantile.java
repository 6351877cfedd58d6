package org.busmark.results.report.html;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Percentiles of a histogram of nanoseconds, where enough samples lie above them. */
final class Quantile {
    /** With fewer above it a percentile is an accident of the run. */
    static final int SAMPLES_ABOVE = 10;

    private Quantile() {}

    /**
     * Reads one.
     *
     * @param beyond 1/(1-q), from 1 on: 100 for p99
     * @return microseconds; null with fewer than {@value #SAMPLES_ABOVE} samples above
     */
    static @Nullable Double us(Histogram nanoseconds, double beyond) {
        if (nanoseconds.getTotalCount() < SAMPLES_ABOVE * beyond) {
            return null;
        }
        return Rounded.positive(nanoseconds.getValueAtPercentile(100 * (1 - 1 / beyond)) / 1e3);
    }

    /** Null without samples. */
    static @Nullable Double maxUs(Histogram nanoseconds) {
        return nanoseconds.getTotalCount() == 0 ? null : Rounded.positive(nanoseconds.getMaxValue() / 1e3);
    }
}
