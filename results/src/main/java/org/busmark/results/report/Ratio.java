package org.busmark.results.report;

import org.busmark.results.record.ComparisonRecord;
import org.jspecify.annotations.Nullable;

/** A ratio with its interval, as {@code 4.1x [3.8, 4.4]}. */
record Ratio(double value, @Nullable Double low, @Nullable Double high) {
    static Ratio of(ComparisonRecord comparison) {
        return new Ratio(comparison.ratio(), comparison.low(), comparison.high());
    }

    /** Right over left. */
    Ratio inverse() {
        return new Ratio(1 / value, high == null ? null : 1 / high, low == null ? null : 1 / low);
    }

    /** Whether its own interval, uncorrected, has no room for equality; never with one round. */
    boolean excludesOne() {
        return low != null && high != null && (low > 1 || high < 1);
    }

    @Override
    public String toString() {
        String ratio = Figures.ratio(value) + "x";
        return low == null || high == null
                ? ratio + ", one round"
                : ratio + " [" + Figures.ratio(low) + ", " + Figures.ratio(high) + "]";
    }
}
