package org.busmark.bench.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.busmark.bench.campaign.OpenWork.Turn;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusAdapter;
import org.busmark.workload.BrokerLife;

/**
 * Round after round. Where brokers live throughout, a round is one sitting of all buses; where they live for a round, it
 * is a sitting for each bus, alone, in shuffled order. In a sitting the cells of the round run, then the capacities that
 * are not known yet are searched for, and then the sweeps. Cells come in batches that share a JVM, shuffled among each
 * other and within.
 */
final class Rounds {
    /** The round in which a plan has what is done once; it is done in the first in which the bus can be had. */
    private static final int PLANNED_ONCE = 1;

    private final Plan plan;
    private final CellSchedule schedule;
    private final OpenWork open;
    private final Forecast forecast;
    private final BusHosts hosts;
    private final SharedRuns.Source cells;
    private final Capacities capacities;
    private final Walkthroughs walkthroughs;
    private final Journal journal;
    private final TimeBudget budget;
    private final ProgressLine progress;
    private final Set<String> startedBefore = new HashSet<>();

    Rounds(
            Plan plan,
            CellSchedule schedule,
            OpenWork open,
            Forecast forecast,
            BusHosts hosts,
            SharedRuns.Source cells,
            Capacities capacities,
            Walkthroughs walkthroughs,
            Journal journal,
            TimeBudget budget,
            ProgressLine progress) {
        this.plan = plan;
        this.schedule = schedule;
        this.open = open;
        this.forecast = forecast;
        this.hosts = hosts;
        this.cells = cells;
        this.capacities = capacities;
        this.walkthroughs = walkthroughs;
        this.journal = journal;
        this.budget = budget;
        this.progress = progress;
    }

    void run() throws IOException {
        for (int round = 1; round <= plan.rounds(); round++) {
            Optional<String> refusal = budget.refusal(round, forecast);
            if (refusal.isPresent()) {
                progress.message("busmark: round " + round + " and what follows is left out: " + refusal.get()
                        + "; ./busmark run --resume --out " + open.folder() + " makes it up");
                return;
            }
            for (List<BusAdapter> sitting : sittings(round)) {
                sit(sitting, round);
            }
        }
    }

    private List<List<BusAdapter>> sittings(int round) {
        return plan.brokers() == BrokerLife.ONCE
                ? List.of(plan.buses())
                : schedule.shuffled(plan.buses(), round, "buses").stream()
                        .map(List::of)
                        .toList();
    }

    private void sit(List<BusAdapter> sitting, int round) throws IOException {
        List<BusAdapter> present = new ArrayList<>();
        for (BusAdapter bus : sitting) {
            if (open.any(bus.id(), round) && start(bus, round)) {
                present.add(bus);
            }
        }
        take(present, round, Kind.RUN);
        search(present);
        take(present, round, Kind.SWEEP);
        for (BusAdapter bus : present) {
            walk(bus);
        }
        if (plan.brokers() == BrokerLife.EACH_ROUND) {
            present.forEach(bus -> hosts.stop(bus.id()));
        }
    }

    private boolean start(BusAdapter bus, int round) {
        Duration goneBefore = budget.gone();
        Duration doneBefore = forecast.timeDone();
        boolean started = hosts.start(bus, round);
        if (started) {
            forecast.done(Kind.BROKER, bus.id(), round, "");
        } else {
            forecast.drop(step -> step.bus().equals(bus.id()) && (hosts.isGivenUp(bus.id()) || step.round() == round));
        }
        if (startedBefore.add(bus.id())) {
            Duration planned = forecast.timeDone().minus(doneBefore);
            // A download, or a broker that cannot be had.
            budget.excuse(budget.gone().minus(goneBefore).minus(planned));
        }
        return started;
    }

    /** What is open of a kind, batch by batch. */
    private void take(List<BusAdapter> buses, int round, Kind kind) throws IOException {
        Map<String, List<Turn>> batches = new TreeMap<>();
        for (BusAdapter bus : buses) {
            for (Turn turn : open.turns(bus.id(), round)) {
                if (turn.kind() == kind) {
                    batches.computeIfAbsent(batch(turn), any -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        for (String batch : schedule.shuffled(List.copyOf(batches.keySet()), round, kind + " in batches")) {
            take(schedule.shuffled(Objects.requireNonNull(batches.get(batch)), round, kind + " of " + batch), round);
        }
    }

    /** One client in one kind of loop: what is compiled for one is what the other needs. */
    private static String batch(Turn turn) {
        return turn.cell().bus() + " " + turn.cell().workload().loop();
    }

    private void take(List<Turn> batch, int round) throws IOException {
        try (SharedRuns runs = cells.open()) {
            for (Turn turn : batch) {
                if (open.isOpen(turn.cell(), round)) {
                    step("round " + round + ": " + describe(turn));
                    runs.run(turn.cell(), round);
                    journal.keep();
                    forecast.done(
                            turn.kind(),
                            turn.cell().bus(),
                            round,
                            turn.planned().cell().id());
                }
            }
        }
    }

    private void search(List<BusAdapter> buses) throws IOException {
        for (BusAdapter bus : buses) {
            for (PlannedCell planned : open.searches(bus.id())) {
                String searched = planned.cell().id();
                Consumer<String> eachProbe = probe -> {
                    step(probe);
                    forecast.probed(searched);
                };
                boolean answered = capacities.search(planned, eachProbe, () -> hosts.living(bus.id()) != null);
                journal.keep();
                forecast.searched(searched);
                if (answered) {
                    open.foundCapacity(forecast, planned);
                }
            }
        }
    }

    private void walk(BusAdapter bus) throws IOException {
        for (var cell : open.walkthroughs(bus.id())) {
            var host = hosts.living(bus.id());
            if (host != null) {
                step("walkthrough on " + bus.displayName());
                walkthroughs.take(host, cell);
            }
            forecast.done(Kind.WALKTHROUGH, bus.id(), PLANNED_ONCE, cell.id());
        }
    }

    private void step(String what) {
        progress.step(forecast.runsDone(), forecast.runs(), forecast.timeDone(), forecast.timeLeft(), what);
    }

    private static String describe(Turn turn) {
        String rate = turn.kind() == Kind.SWEEP ? ", " + turn.cell().workload().rate() : "";
        return turn.cell().bus() + ", " + workAndGuarantee(turn.planned()) + rate;
    }

    private static String workAndGuarantee(PlannedCell planned) {
        return planned.cell().workload().name() + ", "
                + planned.cell().workload().guarantee();
    }
}
