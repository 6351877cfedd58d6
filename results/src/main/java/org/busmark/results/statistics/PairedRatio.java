package org.busmark.results.statistics;

import java.util.Optional;

/**
 * How left compares with right, paired by rounds: what both shared in a round (a warm machine, a noisy neighbour) falls
 * out of their ratio. Student's t on the logarithm of each round's ratio.
 *
 * <p>With 3 rounds a difference is seen only where the rounds agree closely: for p below 0.05 the mean log ratio must be
 * 2.5 times its spread from round to round; with 5 rounds 1.24 times.
 *
 * @param ratio geometric mean of left over right
 * @param interval at 95 %; empty with fewer than two rounds
 * @param pValue two-sided, against a ratio of 1, not corrected; empty with fewer than two rounds
 * @param rounds at least 1
 */
public record PairedRatio(double ratio, Optional<Interval> interval, Optional<Double> pValue, int rounds) {
    /**
     * Compares round by round.
     *
     * @param left positive finite figures, one for each round
     * @param right as many, of the same rounds in the same order
     * @throws IllegalArgumentException without rounds, for unequal numbers of them, or for a figure that is not positive
     *     and finite
     */
    public static PairedRatio of(double[] left, double[] right) {
        if (left.length != right.length || left.length == 0) {
            throw new IllegalArgumentException("rounds do not pair: " + left.length + " and " + right.length);
        }
        double[] logs = new double[left.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Logarithms.of(left[i]) - Logarithms.of(right[i]);
        }
        if (logs.length == 1) {
            return new PairedRatio(left[0] / right[0], Optional.empty(), Optional.empty(), 1);
        }
        StudentT t = StudentT.of(logs);
        return new PairedRatio(
                Logarithms.ratio(t.mean()),
                Optional.of(Logarithms.back(t.interval())),
                Optional.of(t.pValueAgainstZero()),
                logs.length);
    }
}
