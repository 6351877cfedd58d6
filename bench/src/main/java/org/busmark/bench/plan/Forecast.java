package org.busmark.bench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.busmark.bench.plan.PlannedStep.Kind;

/** What of a plan is still to be done. Confined to one thread. */
public final class Forecast {
    private final List<PlannedStep> left;
    private final int runs;
    private Duration timeDone = Duration.ZERO;

    /** Everything is. */
    public Forecast(Plan plan) {
        this.left = new ArrayList<>(plan.steps());
        this.runs = runsLeft();
    }

    /** One such step was done; nothing happens if none is left. */
    public void done(Kind kind, String bus, int round, String cell) {
        timeDone = timeDone.plus(remove(kind, bus, round, cell));
    }

    /**
     * One such step was done, whether planned or not: a search takes as many probes as it takes.
     *
     * @param like planned time of such a step
     */
    public void doneAtLeast(Kind kind, String bus, int round, String cell, Duration like) {
        Duration planned = remove(kind, bus, round, cell);
        timeDone = timeDone.plus(planned.isZero() ? like : planned);
    }

    /** Planned time of one such step; zero if none is left. */
    public Duration timeOf(Kind kind, String bus, int round, String cell) {
        return left.stream()
                .filter(step -> step.is(kind, bus, round, cell))
                .map(PlannedStep::time)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** One such step need not be done any more; nothing happens if none is left. */
    public void forget(Kind kind, String bus, int round, String cell) {
        remove(kind, bus, round, cell);
    }

    private Duration remove(Kind kind, String bus, int round, String cell) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).is(kind, bus, round, cell)) {
                return left.remove(i).time();
            }
        }
        return Duration.ZERO;
    }

    /** None of these will be done. */
    public void drop(Predicate<PlannedStep> steps) {
        left.removeIf(steps);
    }

    /** Planned time of what was done; not of what was found needless. */
    public Duration timeDone() {
        return timeDone;
    }

    /** Planned time of what is left. */
    public Duration timeLeft() {
        return left.stream().map(PlannedStep::time).reduce(Duration.ZERO, Duration::plus);
    }

    /** Runs of the whole plan. */
    public int runs() {
        return runs;
    }

    /** Runs that are over or will never be. */
    public int runsDone() {
        return runs - runsLeft();
    }

    private int runsLeft() {
        return (int) left.stream().filter(PlannedStep::isRun).count();
    }
}
