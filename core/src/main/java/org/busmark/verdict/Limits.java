package org.busmark.verdict;

import org.busmark.workload.LoopKind;

/**
 * Where a figure stops being believed, all in one place, each limit with its reason. A share of 1 is all of it.
 *
 * <p>The percentiles that are judged are p50, p90 and p99. What lies further out rests on a few events of a short run, on
 * a shared machine often the machine's; it is printed beside the jitter, and the verdict does not speak for it.
 */
public final class Limits {
    /** The same margin that tells a rate of 10,000 from one of 9,900: below it the cell's name is not true. */
    public static final double OFFERED_RATE_LEAST = 0.99;

    /** Of the figure's p50 and p90: about what rounds of the same cell differ by on a quiet machine. */
    public static final double PACER_ERROR_SHARE = 0.10;

    /**
     * Of the figure's p99. It rests on a hundredth of the run, and rounds differ in it by more than this (7, 28 and 5 ms
     * were measured on identical work); the interval over the rounds shows that, the verdict need not.
     */
    public static final double PACER_ERROR_TAIL_SHARE = 0.25;

    /** Less than a sleeping thread takes to wake: no instrument that shares processors with the bus can do better. */
    public static final double PACER_ERROR_FLOOR_US = 50;

    /**
     * Jitter happens to a thread that slept; messages mostly meet threads that run. So jitter is an upper bound of what the
     * machine put into the figure, and a larger share of it is harmless than of the pacer's error, which is in the figure in
     * full.
     */
    public static final double JITTER_SHARE = 0.50;

    /**
     * One tick of a kernel at 250 Hz: until its end a thread that wakes may wait for one that runs where it woke. A bus that
     * shares two processors with its client makes that itself (up to 4.3 ms were traced while nothing else ran).
     */
    public static final double JITTER_FLOOR_US = 4_000;

    /** Of the processors' time. Stolen from a hundredth of the run, it can make a p99 alone. */
    public static final double STOLEN_CPU_SHARE = 0.01;

    /**
     * Of the processors' time. The other brokers of a quick campaign idle at 1 to 2 % of a processor each; what is more than
     * this took a figure's processor away.
     */
    public static final double FOREIGN_CPU_SHARE = 0.10;

    /**
     * Of a processor, in closed loops and round trips. Watched over 25 s on two of them: where compilers took more than
     * 36 % of one, figures were 10 to 50 % from those of the settled JVM; below 30 % they were within 8 %.
     */
    public static final double COMPILING_SHARE = 0.33;

    /** The same in an open loop, whose processors have time to spare: up to 56 % the median was within 8 %. */
    public static final double COMPILING_SHARE_OPEN_LOOP = 0.50;

    /** {@link #COMPILING_SHARE} or {@link #COMPILING_SHARE_OPEN_LOOP}, as the loop is. */
    public static double compilingShare(LoopKind loop) {
        return loop == LoopKind.OPEN ? COMPILING_SHARE_OPEN_LOOP : COMPILING_SHARE;
    }

    /** Of the offered rate, by which the backlog may grow: the same margin as the offered rate has. */
    public static final double BACKLOG_GROWTH = 0.01;

    /** Messages by which the backlog may grow in any run: below it is the coarseness of batches. */
    public static final double BACKLOG_FLOOR = 10;

    /** Of the run's median, by which the interval medians may drift between its first and its last interval. */
    public static final double MEDIAN_DRIFT = 0.25;

    /** The two states of an idle processor that wakes or does not (20 to 35, or 130 us) differ by this. */
    public static final double MEDIAN_DRIFT_FLOOR_US = 100;

    /** Times the median of the interval medians that one interval's may be: then half of a second was another state. */
    public static final double MEDIAN_OUTLIER = 3;

    /** An interval this much above is another state only if people would notice: 1 ms. */
    public static final double MEDIAN_OUTLIER_FLOOR_US = 1_000;

    /** Of the median rate, by which the rate of each interval of a closed loop may differ. */
    public static final double RATE_SPREAD = 0.40;

    /** A trend needs this many intervals: four in one order come by chance once in 24 runs. */
    public static final int INTERVALS_LEAST = 4;

    private Limits() {}
}
