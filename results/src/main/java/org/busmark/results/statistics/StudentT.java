package org.busmark.results.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean, or a difference of two, with its spread under Student's t.
 *
 * @param mean of the values
 * @param standardError of the mean; 0 when all values are equal
 * @param degrees of freedom; a whole number for one sample, seldom one for two
 */
record StudentT(double mean, double standardError, double degrees) {
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
        return new StudentT(mean, Math.sqrt(squares / (count - 1) / count), count - 1);
    }

    /**
     * This mean less another's, of samples that have nothing to do with each other and need not spread alike: B. L. Welch,
     * "The generalization of 'Student's' problem when several different population variances are involved", 1947, with
     * Satterthwaite's degrees of freedom.
     */
    StudentT minus(StudentT other) {
        double own = standardError * standardError;
        double others = other.standardError * other.standardError;
        double both = own + others;
        double shared = both == 0
                ? Math.min(degrees, other.degrees)
                : both * both / (own * own / degrees + others * others / other.degrees);
        return new StudentT(mean - other.mean, Math.sqrt(both), shared);
    }

    /** 95 % interval of the mean. */
    Interval interval() {
        double half = TDistribution.of(degrees).inverseSurvivalProbability(UPPER_TAIL) * standardError;
        return new Interval(mean - half, mean + half);
    }

    /** Two-sided p-value of the hypothesis that the true mean is 0. */
    double pValueAgainstZero() {
        if (standardError == 0) {
            return mean == 0 ? 1 : 0;
        }
        return 2 * TDistribution.of(degrees).survivalProbability(Math.abs(mean / standardError));
    }
}
