package org.busmark.bench.campaign;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.busmark.bench.plan.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * The time that a suite promises to take, kept on a machine that is slower than its plan: a round is begun only if it
 * will probably end in time. The first {@value #FEWEST_ROUNDS} are always made: fewer are no repetition. Confined to one
 * thread.
 */
final class TimeBudget {
    static final int FEWEST_ROUNDS = 3;

    private final @Nullable Duration budget;
    private final LongSupplier nanoTime;
    private final long beganNs;

    /**
     * Begins to count.
     *
     * @param budget null where nothing was promised
     */
    TimeBudget(@Nullable Duration budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.beganNs = nanoTime.getAsLong();
    }

    /** Whether a round may begin, if it takes as much longer than planned as what was done by now. */
    boolean allows(int round, Forecast forecast) {
        Duration planned = forecast.timeLeft(round);
        return budget == null
                || round <= FEWEST_ROUNDS
                || planned.isZero()
                || gone().plus(likely(planned, forecast.timeDone())).compareTo(budget) <= 0;
    }

    /** Why a round is left out, in one line. */
    String refusal(int round, Forecast forecast) {
        Duration likely = likely(forecast.timeLeft(round), forecast.timeDone());
        return "round " + round + " is left out: it would take about " + minutes(likely) + ", " + minutes(gone())
                + " are gone, and the suite has "
                + minutes(budget == null ? Duration.ZERO : budget)
                + "; run --resume makes it up";
    }

    private Duration likely(Duration planned, Duration done) {
        double slower = done.isZero() ? 1 : (double) gone().toNanos() / done.toNanos();
        return Duration.ofNanos((long) (slower * planned.toNanos()));
    }

    private Duration gone() {
        return Duration.ofNanos(nanoTime.getAsLong() - beganNs);
    }

    private static String minutes(Duration time) {
        return Math.round(time.toSeconds() / 60.0) + " min";
    }
}
