package org.busmark.results.statistics;

import java.util.Arrays;

/** The middle of some figures. */
public final class Median {
    private Median() {}

    /**
     * Of an even number of figures the mean of the middle two.
     *
     * @param values in any order; not changed
     * @throws IllegalArgumentException without values
     */
    public static double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Halved before they are added: the sum of two very large figures is none.
        return sorted[(sorted.length - 1) / 2] / 2 + sorted[sorted.length / 2] / 2;
    }
}
