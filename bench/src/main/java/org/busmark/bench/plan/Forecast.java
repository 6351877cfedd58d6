package org.busmark.bench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.busmark.bench.plan.PlannedStep.Kind;

/** What of a plan is still to be done. Confined to one thread. */
public final class Forecast {
    private final List<PlannedStep> left;
    private final Map<String, Duration> furtherProbes = new HashMap<>();
    private final int runs;
    private Duration timeDone = Duration.ZERO;

    /** Everything is. */
    public Forecast(Plan plan) {
        this.left = new ArrayList<>(plan.steps());
        this.runs = runsLeft();
        left.stream()
                .filter(step -> step.kind() == Kind.SEARCH)
                .forEach(probe -> furtherProbes.put(probe.cell(), probe.time()));
    }

    /** One such step was done; nothing happens if none is left. */
    public void done(Kind kind, String bus, int round, String cell) {
        remove(kind, bus, round, cell).ifPresent(step -> timeDone = timeDone.plus(step.time()));
    }

    /** A probe of that cell's search was made, planned or not: a search takes as many as it takes. */
    public void probed(String cell) {
        Duration further = furtherProbes.getOrDefault(cell, Duration.ZERO);
        timeDone = timeDone.plus(
                removeFirst(step -> isProbe(step, cell)).map(PlannedStep::time).orElse(further));
    }

    /** That cell's search is over, however many of its probes were planned. */
    public void searched(String cell) {
        drop(step -> isProbe(step, cell));
    }

    private static boolean isProbe(PlannedStep step, String cell) {
        return step.kind() == Kind.SEARCH && step.cell().equals(cell);
    }

    /** One such step need not be done any more; nothing happens if none is left. */
    public void forget(Kind kind, String bus, int round, String cell) {
        remove(kind, bus, round, cell);
    }

    private Optional<PlannedStep> remove(Kind kind, String bus, int round, String cell) {
        return removeFirst(step -> step.is(kind, bus, round, cell));
    }

    private Optional<PlannedStep> removeFirst(Predicate<PlannedStep> wanted) {
        for (int i = 0; i < left.size(); i++) {
            if (wanted.test(left.get(i))) {
                return Optional.of(left.remove(i));
            }
        }
        return Optional.empty();
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
        return timeOf(step -> true);
    }

    /** Planned time of what is left of a round. */
    public Duration timeLeft(int round) {
        return timeOf(step -> step.round() == round);
    }

    private Duration timeOf(Predicate<PlannedStep> wanted) {
        return left.stream().filter(wanted).map(PlannedStep::time).reduce(Duration.ZERO, Duration::plus);
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
