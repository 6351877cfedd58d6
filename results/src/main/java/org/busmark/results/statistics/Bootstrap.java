package org.busmark.results.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (B. Efron, "Bootstrap methods: another look at the jackknife", 1979) of medians. Percentile
 * and not BCa: the jackknife, from which BCa takes its acceleration, is inconsistent for a median. The seed is fixed, so
 * that equal runs have equal intervals.
 */
final class Bootstrap {
    private static final int RESAMPLES = 9_999;
    private static final int OUTSIDE_EACH_END = 250;
    private static final long SEED = 1979;

    private Bootstrap() {}

    /** 95 % interval of the median of values. */
    static Interval median(double[] values) {
        return interval(random -> Median.of(resample(values, random)));
    }

    /** 95 % interval of the median of left less that of right, resampled independently. */
    static Interval medianDifference(double[] left, double[] right) {
        return interval(random -> Median.of(resample(left, random)) - Median.of(resample(right, random)));
    }

    private static Interval interval(ToDoubleFunction<SplittableRandom> statistic) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            drawn[i] = statistic.applyAsDouble(random);
        }
        Arrays.sort(drawn);
        return new Interval(drawn[OUTSIDE_EACH_END - 1], drawn[RESAMPLES - OUTSIDE_EACH_END]);
    }

    private static double[] resample(double[] values, SplittableRandom random) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        return drawn;
    }
}
