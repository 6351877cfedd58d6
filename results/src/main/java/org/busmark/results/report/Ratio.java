package org.busmark.results.report;

import org.busmark.results.record.ComparisonRecord;
import org.jspecify.annotations.Nullable;

/**
 * A ratio with its interval, as {@code 4.1x [3.8, 4.4]}.
 *
 * @param medianLow lower end of the bootstrap interval of the median ratio; null with few rounds
 * @param medianHigh upper end
 */
record Ratio(
        double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double medianLow,
        @Nullable Double medianHigh) {
    static Ratio of(ComparisonRecord comparison) {
        return new Ratio(
                comparison.ratio(),
                comparison.low(),
                comparison.high(),
                comparison.bootstrapLow(),
                comparison.bootstrapHigh());
    }

    /** Right over left. */
    Ratio inverse() {
        return new Ratio(1 / value, inverse(high), inverse(low), inverse(medianHigh), inverse(medianLow));
    }

    private static @Nullable Double inverse(@Nullable Double end) {
        return end == null ? null : Double.valueOf(1 / end);
    }

    /** Whether its own interval, uncorrected, has no room for equality; never with one round. */
    boolean excludesOne() {
        return low != null && high != null && (low > 1 || high < 1);
    }

    /** {@code [3.7, 4.5]}; empty with few rounds. */
    String medianInterval() {
        return medianLow == null || medianHigh == null ? "" : interval(medianLow, medianHigh);
    }

    @Override
    public String toString() {
        String ratio = Figures.ratio(value) + "x";
        return low == null || high == null ? ratio + ", one round" : ratio + " " + interval(low, high);
    }

    private static String interval(double low, double high) {
        return "[" + Figures.ratio(low) + ", " + Figures.ratio(high) + "]";
    }
}
