package org.busmark.bench.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bus.BusAdapter;
import org.busmark.traffic.Settling;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** Everything that a plan will do, round by round, with what it takes where suites were watched on two cores. */
final class PlannedSteps {
    /** A broker's start, and its end. */
    private static final Duration START = Duration.ofSeconds(8);

    /** A JVM's start, a run's probe, drain and record: 1.6 s where suite quick was watched. */
    private static final Duration OVERHEAD = Duration.ofSeconds(2);

    /** The same with a broker's topics and connections: 2.5 s. */
    private static final Duration OVERHEAD_WITH_BROKER = Duration.ofSeconds(3);

    /** The same of a run in a JVM that made others before it, with what it takes to settle again. */
    private static final Duration OVERHEAD_IN_WARM_JVM = Duration.ofSeconds(2);

    /**
     * How long after its first message a broker's client has settled: 5 to 12 s with Kafka, 2 to 5 s with RabbitMQ, less
     * where the warm-up is so short that it may not go on for as long. Over whole suites it comes to this.
     */
    private static final Duration SETTLED_WITH_BROKER = Duration.ofSeconds(5);

    /** The same without a broker: 2 s in a closed loop, up to 5 s in an open loop. */
    private static final Duration SETTLED = Duration.ofMillis(2_500);

    private static final Duration WARM_UP_OF_PROBE = Duration.ofSeconds(1);
    private static final Duration PROBE = Duration.ofSeconds(3);

    private static final Duration WALKTHROUGH = Duration.ofSeconds(9);

    private final Plan plan;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final Set<String> jvmsBegun = new HashSet<>();

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
            if (round == 1) {
                steps.add(PlannedStep.of(Kind.WALKTHROUGH, round, cell, WALKTHROUGH));
            }
            return;
        }
        Workload workload = cell.workload();
        if (planned.isMeasured() && round <= planned.rounds()) {
            add(Kind.RUN, round, cell, workload.warmup(), workload.duration());
        }
        for (int probe = 0; probe < Plan.PROBES && planned.isSearched() && round == 1; probe++) {
            add(Kind.SEARCH, round, cell, WARM_UP_OF_PROBE, PROBE);
        }
        boolean sweeps = planned.question().sweeps() && round <= planned.rounds();
        for (int point = 0; point < Plan.SWEEP_POINTS && sweeps; point++) {
            add(Kind.SWEEP, round, cell, workload.warmup(), workload.duration());
        }
    }

    /**
     * A bus has a JVM in each round, which the first of its runs begins; which that will be is not known before, and does
     * not matter for the sum.
     */
    private void add(Kind kind, int round, Cell cell, Duration warmup, Duration duration) {
        boolean beginsJvm = jvmsBegun.add(cell.bus() + " " + round);
        Duration time = beginsJvm ? cold(cell, warmup, duration) : warm(warmup, duration);
        steps.add(PlannedStep.of(kind, round, cell, time));
    }

    private static Duration warm(Duration warmup, Duration duration) {
        return warmup.plus(duration).plus(OVERHEAD_IN_WARM_JVM);
    }

    private Duration cold(Cell cell, Duration warmup, Duration duration) {
        boolean withBroker = plan.buses().stream()
                .anyMatch(
                        bus -> bus.id().equals(cell.bus()) && bus.capabilities().needsBroker());
        return settled(warmup, withBroker ? SETTLED_WITH_BROKER : SETTLED)
                .plus(duration)
                .plus(withBroker ? OVERHEAD_WITH_BROKER : OVERHEAD);
    }

    /** No earlier than the warm-up's own time is over, and no later than it may go on. */
    private static Duration settled(Duration warmup, Duration usually) {
        Duration latest = warmup.plus(Settling.longest(warmup));
        Duration sooner = usually.compareTo(latest) < 0 ? usually : latest;
        return sooner.compareTo(warmup) > 0 ? sooner : warmup;
    }
}
