package org.busmark.results.record;

import org.jspecify.annotations.Nullable;

/**
 * Two cells that differ in the bus only, paired by rounds.
 *
 * @param left cellId
 * @param right cellId
 * @param metric name of the figure that is compared, such as {@code throughputPerSecond}
 * @param ratio left over right, geometric mean of the rounds' ratios
 * @param low lower end of the 95 % interval; null with fewer than two rounds
 * @param high upper end
 * @param verdict of left against right
 * @param rounds in which both have a figure
 * @param adjustedP p-value after Holm's correction over all comparisons of the document; null with fewer than two rounds
 */
public record ComparisonRecord(
        String left,
        String right,
        String metric,
        double ratio,
        @Nullable Double low,
        @Nullable Double high,
        ComparisonVerdict verdict,
        int rounds,
        @Nullable Double adjustedP) {
    public ComparisonRecord {
        Require.positive("ratio", ratio);
        Require.ordered("low", low, "high", high);
        Require.atLeast(1, "rounds", rounds);
        Require.notNegative("adjustedP", adjustedP);
    }
}
