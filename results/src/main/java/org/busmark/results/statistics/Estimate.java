package org.busmark.results.statistics;

import java.util.Optional;

/**
 * What a cell's runs say of one figure.
 *
 * <p>The interval covers the figure that the next campaigns would scatter around (the geometric mean of runs) in 95 of
 * 100 campaigns, as long as the logarithms of runs are roughly normal. With 3 runs Student's factor is 4.3, with 5 it is
 * 2.8, with 10 it is 2.3: three runs give an honest but wide interval. With many and very skewed runs the median may lie
 * outside it.
 *
 * @param median of the runs
 * @param interval empty with fewer than two runs
 * @param runs at least 1
 */
public record Estimate(double median, Optional<Interval> interval, int runs) {
    /**
     * Median and interval of runs.
     *
     * @param values one positive finite figure for each run
     * @throws IllegalArgumentException without values, or for one that is not positive and finite
     */
    public static Estimate of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] logs = Logarithms.of(values);
        Optional<Interval> interval = values.length < 2
                ? Optional.empty()
                : Optional.of(Logarithms.back(StudentT.of(logs).interval()));
        return new Estimate(Median.of(values), interval, values.length);
    }
}
