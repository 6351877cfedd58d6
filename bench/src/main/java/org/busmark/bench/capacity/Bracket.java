package org.busmark.bench.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Between which rates the capacity lies, and which rate to try next: climbing by a factor of {@value #FACTOR} from
 * {@value #START} messages a second until one is missed (down by the same factor when the first is), then halving what
 * lies between on a geometric scale down to {@value #RESOLUTION}. Rates have three significant digits.
 *
 * <p>A rate that was missed although it should not have been would cut off everything above it for good. So when {@value
 * #SUSPICIOUS} rates below it were sustained in a row, which happens by chance to one search in eight, it is tried once
 * more; if it is sustained then, the search goes on above it. Confined to a thread.
 */
final class Bracket {
    /** Costs a broker that sustains less one probe more, and saves one with all others, which were most of those here. */
    static final double START = 8_000;

    /** Costs one step of bisection more than a factor of 2, and saves half of the climb. */
    static final double FACTOR = 4;

    /** Below it, a p99 would take longer than 9 s of measuring. */
    static final double LOWEST = START / (FACTOR * FACTOR * FACTOR);

    /** More than loopback takes on the machines that were seen. */
    static final double HIGHEST = 10_000_000;

    /** Highest sustained and lowest missed rate may differ by this factor in the end. */
    static final double RESOLUTION = 1.02;

    private static final int SUSPICIOUS = 3;
    private static final MathContext DIGITS = new MathContext(3);

    private final Deque<Double> missed = new ArrayDeque<>();
    private double sustained;
    private int sustainedSinceMissed;
    private boolean confirmed;

    /** To three significant digits. */
    static double rounded(double rate) {
        return new BigDecimal(rate).round(DIGITS).doubleValue();
    }

    /** The rate to try next, messages a second; empty when there is nothing more to find out. */
    OptionalDouble next() {
        if (missed.isEmpty()) {
            return upwards();
        }
        double lowestMissed = missed.element();
        if (sustained == 0) {
            return lowestMissed > LOWEST
                    ? OptionalDouble.of(Math.max(LOWEST, rounded(lowestMissed / FACTOR)))
                    : OptionalDouble.empty();
        }
        if (lowestMissed > RESOLUTION * sustained) {
            return OptionalDouble.of(rounded(Math.sqrt(sustained * lowestMissed)));
        }
        return sustainedSinceMissed >= SUSPICIOUS && !confirmed
                ? OptionalDouble.of(lowestMissed)
                : OptionalDouble.empty();
    }

    private OptionalDouble upwards() {
        if (sustained == 0) {
            return OptionalDouble.of(START);
        }
        return sustained < HIGHEST
                ? OptionalDouble.of(Math.min(HIGHEST, rounded(FACTOR * sustained)))
                : OptionalDouble.empty();
    }

    /** The rate that was to be tried next was sustained. */
    void sustained(double rate) {
        sustained = rate;
        sustainedSinceMissed++;
        while (!missed.isEmpty() && missed.element() <= rate) {
            missed.remove();
        }
    }

    /** The rate that was to be tried next was not sustained. */
    void missed(double rate) {
        if (!missed.isEmpty() && missed.element() == rate) {
            confirmed = true;
            return;
        }
        missed.push(rate);
        sustainedSinceMissed = 0;
        confirmed = false;
    }

    /** The highest rate that was sustained; empty when none was. */
    OptionalDouble highestSustained() {
        return sustained == 0 ? OptionalDouble.empty() : OptionalDouble.of(sustained);
    }

    /** The lowest rate above it that was missed; empty when none was. */
    OptionalDouble lowestMissed() {
        return missed.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(missed.element());
    }
}
