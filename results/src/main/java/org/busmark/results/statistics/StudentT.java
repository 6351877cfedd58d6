package org.busmark.results.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean and spread of a sample under Student's t.
 *
 * @param mean of the values
 * @param standardError of the mean; 0 when all values are equal
 * @param count at least 2
 */
record StudentT(double mean, double standardError, int count) {
    private static final double UPPER_TAIL = 0.025;

    static StudentT of(double[] values) {
        int count = values.length;
        if (count < 2) {
            throw new IllegalArgumentException("fewer than 2 values: " + count);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new StudentT(mean, Math.sqrt(squares / (count - 1) / count), count);
    }

    /** 95 % interval of the mean. */
    Interval interval() {
        double half = distribution().inverseSurvivalProbability(UPPER_TAIL) * standardError;
        return new Interval(mean - half, mean + half);
    }

    /** Two-sided p-value of the hypothesis that the true mean is 0. */
    double pValueAgainstZero() {
        if (standardError == 0) {
            return mean == 0 ? 1 : 0;
        }
        return 2 * distribution().survivalProbability(Math.abs(mean / standardError));
    }

    private TDistribution distribution() {
        return TDistribution.of(count - 1);
    }
}
