package org.busmark.results.statistics;

import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * What ranks and resampling say beside Student's t. They ask nothing of the distribution, and therefore much of the
 * number of runs: the smallest p-value of Wilcoxon's test is 0.0625 with 5 rounds and 0.002 with 10, which Holm's
 * correction may still leave below 0.05. Below {@link #FEWEST_RUNS} there is no such figure.
 *
 * @param pValue two-sided, against no difference, not corrected
 * @param medianRatio 95 % percentile bootstrap interval of the median ratio
 */
public record RankComparison(double pValue, Interval medianRatio) {
    /** Of each side. */
    public static final int FEWEST_RUNS = 10;

    /**
     * Paired by rounds: Wilcoxon's signed ranks and the median of the rounds' ratios.
     *
     * @param left positive finite figures, one for each round
     * @param right as many, of the same rounds in the same order
     * @return empty with too few rounds
     * @throws IllegalArgumentException for unequal numbers of rounds, or for a figure that is not positive and finite
     */
    public static Optional<RankComparison> paired(double[] left, double[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException("rounds do not pair: " + left.length + " and " + right.length);
        }
        if (left.length < FEWEST_RUNS) {
            return Optional.empty();
        }
        double[] logs = new double[left.length];
        boolean equal = true;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Logarithms.of(left[i]) - Logarithms.of(right[i]);
            equal &= logs[i] == 0;
        }
        // The test has nothing to rank where no round differs.
        double p = equal ? 1 : WilcoxonSignedRankTest.withDefaults().test(logs).getPValue();
        return Optional.of(new RankComparison(p, Logarithms.back(Bootstrap.median(logs))));
    }

    /**
     * Two campaigns: Mann and Whitney's U and the ratio of the two medians.
     *
     * @param left positive finite figures, one for each run
     * @param right the same; as many or not
     * @return empty with too few runs on either side
     * @throws IllegalArgumentException for a figure that is not positive and finite
     */
    public static Optional<RankComparison> independent(double[] left, double[] right) {
        if (left.length < FEWEST_RUNS || right.length < FEWEST_RUNS) {
            return Optional.empty();
        }
        double[] leftLogs = Logarithms.of(left);
        double[] rightLogs = Logarithms.of(right);
        double p = MannWhitneyUTest.withDefaults().test(leftLogs, rightLogs).getPValue();
        // Where all are tied there is no variance to divide by.
        return Optional.of(new RankComparison(
                Double.isNaN(p) ? 1 : p, Logarithms.back(Bootstrap.medianDifference(leftLogs, rightLogs))));
    }
}
