package org.busmark.results.statistics;

import java.util.Optional;

/**
 * How much a cell differs from itself, from one run to the next.
 *
 * <p>Of the runs x(1) to x(n) in order of their rounds it is
 *
 * <pre>floor = exp( (|ln x(2)/x(1)| + |ln x(3)/x(2)| + ... + |ln x(n)/x(n-1)|) / (n - 1) )</pre>
 *
 * the geometric mean of the ratios of successive runs, each taken above 1. On logarithms that is the mean moving range
 * of W. A. Shewhart's chart for individual values. For runs that scatter independently with a standard deviation s of
 * their logarithms it is about exp(1.13 s): 1.12 for 10 %, 1.25 for 20 %. Of two cells the larger floor counts: a
 * difference must exceed what either shows against itself.
 *
 * <p>Student's t asks how well the mean ratio is known, and the answer grows sharper with every round; with few rounds it
 * is also sharp by luck, when three ratios happen to agree. The floor asks another question: would one more run of the
 * same cell move the figure as far? Therefore it does not shrink with the number of rounds. Of independent noise it is
 * half as wide as the interval of t at 3 rounds, five sixths at 5, a third wider at 10: it takes a few false alarms back
 * (of 5 in 100, 1.5 at 3 rounds and 2 at 5) and no threefold difference at 20 % of noise. Where both cells drift
 * together, which pairing cancels, it takes back what is smaller than that drift: a reader who repeats either cell would
 * not see it.
 *
 * <p>It is never below {@link #RESOLUTION}: where all runs read the same step of a histogram they do not scatter at all,
 * and a step's difference is none.
 *
 * @param ratio from {@link #RESOLUTION} up
 */
public record NoiseFloor(double ratio) {
    /** Two steps of a histogram with three significant digits. */
    public static final double RESOLUTION = 1.002;

    public NoiseFloor {
        if (!(ratio >= RESOLUTION) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("ratio is not from " + RESOLUTION + " up: " + ratio);
        }
    }

    /**
     * Of a cell's own runs.
     *
     * @param successive positive finite figures in order of their rounds
     * @return empty with fewer than two runs, which say nothing about the next
     * @throws IllegalArgumentException for a figure that is not positive and finite
     */
    public static Optional<NoiseFloor> of(double[] successive) {
        double[] logs = Logarithms.of(successive);
        if (logs.length < 2) {
            return Optional.empty();
        }
        double moves = 0;
        for (int i = 1; i < logs.length; i++) {
            moves += Math.abs(logs[i] - logs[i - 1]);
        }
        double ratio = Math.min(Math.exp(moves / (logs.length - 1)), Double.MAX_VALUE);
        return Optional.of(new NoiseFloor(Math.max(ratio, RESOLUTION)));
    }

    /** The floor of a comparison of two cells: the larger of theirs; empty when one has none. */
    public static Optional<NoiseFloor> ofBoth(double[] left, double[] right) {
        return of(left).flatMap(one -> of(right).map(other -> one.ratio >= other.ratio ? one : other));
    }

    /** Whether a ratio is further from 1 than this, to either side. */
    public boolean isExceededBy(double difference) {
        return Math.abs(Math.log(difference)) > Math.log(ratio);
    }
}
