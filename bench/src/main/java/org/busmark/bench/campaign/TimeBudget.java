package org.busmark.bench.campaign;

import java.time.Duration;
import java.util.Optional;
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

    /** Plans are of calm machines; what begins calm need not stay so. */
    static final double CAUTION = 1.25;

    /** Of the budget; what is not planned has none of the rest, which a slow last round may need. */
    static final double SPARE_SHARE = 0.9;

    private final @Nullable Duration budget;
    private final LongSupplier nanoTime;
    private final long beganNs;
    private Duration excused = Duration.ZERO;
    private Duration startsPlanned = Duration.ZERO;
    private Duration starts = Duration.ZERO;

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

    /** Whether anything was promised. */
    boolean isPromised() {
        return budget != null;
    }

    /** How much of it is gone. */
    Duration gone() {
        return Duration.ofNanos(nanoTime.getAsLong() - beganNs).minus(excused);
    }

    /** A broker's start and conditioning took so long, which is often less than planned, and says nothing of runs. */
    void started(Duration planned, Duration took) {
        startsPlanned = startsPlanned.plus(planned);
        starts = starts.plus(took);
    }

    /**
     * How many times as long as planned it took what was run by now; 1 before anything was. What was made again counts,
     * which spreads it over the suite.
     */
    double pace(Forecast forecast) {
        Duration done = forecast.timeDone().minus(startsPlanned);
        return done.isZero() ? 1 : (double) gone().minus(starts).toNanos() / done.toNanos();
    }

    /**
     * Whether there is time for what is not planned: whether what is planned will end well within the budget at this pace.
     * Always where nothing was promised.
     */
    boolean spares(Duration planned, double pace) {
        return budget == null || endsWithin(at(SPARE_SHARE, budget), planned, Math.max(pace, CAUTION));
    }

    private boolean endsWithin(Duration limit, Duration planned, double pace) {
        return gone().plus(at(pace, planned)).compareTo(limit) <= 0;
    }

    private static Duration at(double pace, Duration planned) {
        return Duration.ofNanos((long) (pace * planned.toNanos()));
    }

    /** So much of what is gone was no part of the work. Less than nothing is nothing. */
    void excuse(Duration time) {
        excused = time.isNegative() ? excused : excused.plus(time);
    }

    /** Why a round must be left out, in words; empty when it may begin. */
    Optional<String> refusal(int round, Forecast forecast) {
        Duration planned = forecast.timeLeft(round);
        if (budget == null || round <= FEWEST_ROUNDS || planned.isZero()) {
            return Optional.empty();
        }
        double pace = pace(forecast);
        return endsWithin(budget, planned, pace)
                ? Optional.empty()
                : Optional.of("it would take about " + text(at(pace, planned)) + ", " + text(gone())
                        + " are gone, and the suite has " + text(budget));
    }

    private static String text(Duration time) {
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
