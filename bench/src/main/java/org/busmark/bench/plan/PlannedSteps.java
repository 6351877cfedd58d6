package org.busmark.bench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bus.BusAdapter;
import org.busmark.traffic.Settling;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;

/** Everything that a plan will do, round by round, with what it takes where suites were watched on two cores. */
final class PlannedSteps {
    /** A broker's start, and its end. */
    private static final Duration START = Duration.ofSeconds(8);

    /** A fork's own start, probe, drain and record: 1.6 s a run where suite quick was watched. */
    private static final Duration OVERHEAD = Duration.ofSeconds(2);

    /** The same with a broker's topics and connections: 2.5 s with RabbitMQ, 4 s with Kafka. */
    private static final Duration OVERHEAD_WITH_BROKER = Duration.ofSeconds(3);

    /** How many times its own time a warm-up takes until it has settled: 2 to 6 with Kafka, 1 to 3 with RabbitMQ. */
    private static final int SETTLED_WITH_BROKER = 3;

    /** A quarter of its own time comes on top without one. */
    private static final int SETTLED_PART = 4;

    private static final Duration WARM_UP_OF_PROBE = Duration.ofSeconds(1);
    private static final Duration PROBE = Duration.ofSeconds(3);

    private static final Duration WALKTHROUGH = Duration.ofSeconds(9);

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
        Duration runTime = time(cell, cell.workload().warmup(), cell.workload().duration());
        add(planned.isMeasured() && round <= planned.rounds(), Kind.RUN, round, cell, runTime);
        for (int probe = 0; probe < Plan.PROBES && planned.isSearched(); probe++) {
            add(round == 1, Kind.SEARCH, round, cell, time(cell, WARM_UP_OF_PROBE, PROBE));
        }
        for (int point = 0; point < Plan.SWEEP_POINTS && planned.question().sweeps(); point++) {
            add(round <= planned.rounds(), Kind.SWEEP, round, cell, runTime);
        }
    }

    private void add(boolean applies, Kind kind, int round, Cell cell, Duration time) {
        if (applies) {
            steps.add(PlannedStep.of(kind, round, cell, time));
        }
    }

    private Duration time(Cell cell, Duration warmup, Duration duration) {
        boolean withBroker = plan.buses().stream()
                .anyMatch(
                        bus -> bus.id().equals(cell.bus()) && bus.capabilities().needsBroker());
        Duration settling = withBroker ? warmup.multipliedBy(SETTLED_WITH_BROKER - 1) : warmup.dividedBy(SETTLED_PART);
        Duration longest = Settling.longest(warmup);
        return warmup.plus(settling.compareTo(longest) < 0 ? settling : longest)
                .plus(duration)
                .plus(withBroker ? OVERHEAD_WITH_BROKER : OVERHEAD);
    }
}
