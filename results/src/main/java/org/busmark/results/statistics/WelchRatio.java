package org.busmark.results.statistics;

import java.util.Optional;

/**
 * How left compares with right when their runs do not pair: two campaigns, whose rounds share neither an hour nor an
 * accident. Welch's t on logarithms, which does not ask that both spread alike.
 *
 * <p>Nothing cancels here as it does in {@link PairedRatio}. What changed on the machine between the two campaigns is
 * part of the ratio, and no number of rounds within them shows it.
 *
 * @param ratio geometric mean of left over that of right; exactly 1 for equal runs
 * @param interval at 95 %; empty when either side has fewer than two runs
 * @param pValue two-sided, against a ratio of 1, not corrected; empty when either side has fewer than two runs
 */
public record WelchRatio(double ratio, Optional<Interval> interval, Optional<Double> pValue) {
    /**
     * Compares.
     *
     * @param left positive finite figures, one for each run
     * @param right the same; as many or not
     * @throws IllegalArgumentException without runs, or for a figure that is not positive and finite
     */
    public static WelchRatio of(double[] left, double[] right) {
        if (left.length == 0 || right.length == 0) {
            throw new IllegalArgumentException("no runs: " + left.length + " and " + right.length);
        }
        double[] leftLogs = Logarithms.of(left);
        double[] rightLogs = Logarithms.of(right);
        if (left.length < 2 || right.length < 2) {
            double ratio = Logarithms.ratio(mean(leftLogs) - mean(rightLogs));
            return new WelchRatio(ratio, Optional.empty(), Optional.empty());
        }
        StudentT t = StudentT.of(leftLogs).minus(StudentT.of(rightLogs));
        return new WelchRatio(
                Logarithms.ratio(t.mean()),
                Optional.of(Logarithms.back(t.interval())),
                Optional.of(t.pValueAgainstZero()));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
