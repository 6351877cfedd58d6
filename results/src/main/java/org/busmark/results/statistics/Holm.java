package org.busmark.results.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holm's correction (S. Holm, "A simple sequentially rejective multiple test procedure", 1979): among all comparisons of
 * a table, the chance that even one difference is claimed that is not there stays at the level of a single test.
 */
public final class Holm {
    private Holm() {}

    /**
     * Corrects the p-values of one table.
     *
     * @param pValues from 0 to 1, in any order
     * @return corrected p-values in the same order; below 0.05 means shown at the 5 % level
     */
    public static double[] adjusted(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double soFar = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double p = pValues[ascending[rank]];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p-value is not from 0 to 1: " + p);
            }
            soFar = Math.max(soFar, Math.min(1, (pValues.length - rank) * p));
            adjusted[ascending[rank]] = soFar;
        }
        return adjusted;
    }

    /** The same where some comparisons have no p-value: they keep none, and count for nothing in the correction. */
    public static List<Optional<Double>> adjusted(List<Optional<Double>> pValues) {
        double[] known = adjusted(pValues.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<Optional<Double>> adjusted = new ArrayList<>();
        int next = 0;
        for (Optional<Double> pValue : pValues) {
            adjusted.add(pValue.isPresent() ? Optional.of(known[next++]) : Optional.empty());
        }
        return adjusted;
    }
}
