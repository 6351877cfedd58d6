package org.busmark.results.campaign;

import org.HdrHistogram.Histogram;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/** Reads percentiles off a histogram, those that enough samples stand behind. */
public final class SeriesSummary {
    /** A percentile with fewer samples above it is one accident, not a percentile. */
    public static final int SAMPLES_ABOVE = 10;

    private static final double NS_PER_US = 1_000;
    private static final int PER_TEN_THOUSAND = 10_000;

    private SeriesSummary() {}

    /**
     * Summarises.
     *
     * @param nanoseconds merged over the runs
     * @param runs how many
     * @param negative samples below zero that were counted and not recorded
     * @param outOfRange samples above the range that were counted and not recorded
     */
    public static SeriesRecord of(Histogram nanoseconds, int runs, long negative, long outOfRange) {
        long count = nanoseconds.getTotalCount();
        return new SeriesRecord(
                percentileUs(nanoseconds, 5_000),
                percentileUs(nanoseconds, 9_000),
                percentileUs(nanoseconds, 9_900),
                percentileUs(nanoseconds, 9_990),
                percentileUs(nanoseconds, 9_999),
                count == 0 ? null : nanoseconds.getMaxValue() / NS_PER_US,
                count,
                runs,
                null,
                null,
                negative,
                outOfRange);
    }

    private static @Nullable Double percentileUs(Histogram nanoseconds, int perTenThousand) {
        long samplesAboveTimes = nanoseconds.getTotalCount() * (PER_TEN_THOUSAND - perTenThousand);
        if (samplesAboveTimes < (long) SAMPLES_ABOVE * PER_TEN_THOUSAND) {
            return null;
        }
        return nanoseconds.getValueAtPercentile(perTenThousand * 100.0 / PER_TEN_THOUSAND) / NS_PER_US;
    }
}
