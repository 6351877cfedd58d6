package org.busmark.verdict;

import java.util.Arrays;

/**
 * Whether values go up or down with time, robustly: the slope is Theil's and Sen's (the median of the slopes between all
 * pairs, which three in ten wild values do not move), and it counts only when Mann's and Kendall's test calls the order no
 * accident (one-sided 5 %). Sorting all pairs: for hundreds of values, not for thousands.
 *
 * @param slope value per unit of time
 * @param score Mann-Kendall's z, positive when values grow
 */
record Trend(double slope, double score) {
    private static final double SIGNIFICANT = 1.645;

    static Trend of(double[] times, double[] values) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        int balance = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[pairs++] = (values[later] - values[earlier]) / (times[later] - times[earlier]);
                balance += Double.compare(values[later], values[earlier]);
            }
        }
        if (pairs == 0) {
            return new Trend(0, 0);
        }
        double variance = n * (n - 1.0) * (2.0 * n + 5) / 18;
        // One is taken off for continuity, as the test's authors do.
        double score = balance == 0 ? 0 : (balance - Math.signum(balance)) / Math.sqrt(variance);
        return new Trend(median(slopes), score);
    }

    boolean grows() {
        return score >= SIGNIFICANT;
    }

    boolean falls() {
        return score <= -SIGNIFICANT;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
