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
 * @param noiseFloor how much either cell differs from itself from one run to the next, as a ratio from 1 up; a
 *     difference is claimed only beyond it; null with fewer than two rounds and in older files
 * @param adjustedRankP p-value of Wilcoxon's signed ranks after Holm's correction over all such tests of the document;
 *     null with fewer than 10 rounds
 * @param bootstrapLow lower end of the 95 % bootstrap interval of the median of the rounds' ratios; null with fewer than
 *     10 rounds
 * @param bootstrapHigh upper end
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
        @Nullable Double adjustedP,
        @Nullable Double noiseFloor,
        @Nullable Double adjustedRankP,
        @Nullable Double bootstrapLow,
        @Nullable Double bootstrapHigh) {
    public ComparisonRecord {
        Require.positive("ratio", ratio);
        Require.ordered("low", low, "high", high);
        Require.atLeast(1, "rounds", rounds);
        Require.notNegative("adjustedP", adjustedP);
        Require.ratioFromOne("noiseFloor", noiseFloor);
        Require.notNegative("adjustedRankP", adjustedRankP);
        Require.ordered("bootstrapLow", bootstrapLow, "bootstrapHigh", bootstrapHigh);
    }

    /** Without a noise floor, as older files have it, and of few rounds. */
    public ComparisonRecord(
            String left,
            String right,
            String metric,
            double ratio,
            @Nullable Double low,
            @Nullable Double high,
            ComparisonVerdict verdict,
            int rounds,
            @Nullable Double adjustedP) {
        this(left, right, metric, ratio, low, high, verdict, rounds, adjustedP, null, null, null, null);
    }
}
