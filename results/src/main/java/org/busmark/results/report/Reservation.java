package org.busmark.results.report;

import org.busmark.results.campaign.Difference;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.jspecify.annotations.Nullable;

/** What took a difference back, and what else is known of a ratio, in words. */
final class Reservation {
    private Reservation() {}

    /** {@code " after correction for 17 comparisons"}, where the interval alone would have shown something. */
    static String correction(ComparisonRecord comparison, Ratio ratio, long correctedFor) {
        return ratio.excludesOne() && !Difference.isSignificant(comparison.adjustedP())
                ? " after correction for " + correctedFor + " comparisons"
                : "";
    }

    /** {@code ", within the noise floor of 1.12x"}, where nothing but the floor stood in the way. */
    static String noise(ComparisonRecord comparison) {
        Double floor = comparison.noiseFloor();
        return floor != null
                        && Difference.isSignificant(comparison.adjustedP())
                        && comparison.verdict() == ComparisonVerdict.NO_DIFFERENCE_SHOWN
                ? ", within the noise floor of " + Figures.ratio(floor) + "x"
                : "";
    }

    /** {@code "; median of the rounds [2.9, 3.3], rank test p = 0.0039"}; empty with few rounds. */
    static String ranks(ComparisonRecord comparison, Ratio shown) {
        return ranks(shown.medianInterval(), comparison.adjustedRankP());
    }

    private static String ranks(String median, @Nullable Double p) {
        return median.isEmpty() || p == null
                ? ""
                : "; median of the rounds " + median + ", rank test p = " + Figures.significant(p);
    }
}
