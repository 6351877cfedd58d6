package org.busmark.bench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bus.BusAdapter;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** Everything that a plan will do, round by round, with what it takes where suites were watched on two cores. */
final class PlannedSteps {
    /** A broker's start, and its end. */
    static final Duration START = Duration.ofSeconds(10);

    /** A fork's own start, probe, drain and record: 1.6 to 2.6 s a run. */
    static final Duration RUN_OVERHEAD = Duration.ofMillis(2_500);

    /** Warm-up and duration of a probe. */
    static final Duration PROBE = Duration.ofSeconds(4);

    static final Duration WALKTHROUGH = Duration.ofSeconds(20);

    private final Plan plan;
    private final List<PlannedStep> steps = new ArrayList<>();

    private PlannedSteps(Plan plan) {
        this.plan = plan;
    }

    static List<PlannedStep> of(Plan plan) {
        PlannedSteps all = new PlannedSteps(plan);
        for (int round = 1; round <= plan.rounds(); round++) {
            all.brokers(round);
            for (PlannedCell planned : plan.cells()) {
                if (planned.isOffered()) {
                    all.cell(planned, round);
                }
            }
        }
        return all.steps;
    }

    private void brokers(int round) {
        if (round > 1 && plan.brokers() == BrokerLife.ONCE) {
            return;
        }
        for (BusAdapter bus : plan.buses()) {
            boolean hasWork = plan.cells().stream()
                    .anyMatch(planned ->
                            planned.isOffered() && planned.cell().bus().equals(bus.id()) && round <= planned.rounds());
            if (hasWork && bus.capabilities().needsBroker()) {
                steps.add(new PlannedStep(Kind.BROKER, bus.id(), round, "", START.plus(Plan.conditioning(round))));
            }
        }
    }

    private void cell(PlannedCell planned, int round) {
        Cell cell = planned.cell();
        if (cell.workload().shape() == Shape.WALKTHROUGH) {
            add(round == 1, Kind.WALKTHROUGH, round, cell, WALKTHROUGH);
            return;
        }
        add(planned.isMeasured() && round <= planned.rounds(), Kind.RUN, round, cell, runTime(cell.workload()));
        add(
                planned.isSearched() && round == 1,
                Kind.SEARCH,
                round,
                cell,
                PROBE.plus(RUN_OVERHEAD).multipliedBy(Plan.PROBES));
        for (int point = 0; point < Plan.SWEEP_POINTS && planned.question().sweeps(); point++) {
            add(round <= planned.rounds(), Kind.SWEEP, round, cell, runTime(cell.workload()));
        }
    }

    private void add(boolean applies, Kind kind, int round, Cell cell, Duration time) {
        if (applies) {
            steps.add(PlannedStep.of(kind, round, cell, time));
        }
    }

    private static Duration runTime(Workload workload) {
        return workload.warmup().plus(workload.duration()).plus(RUN_OVERHEAD);
    }
}
