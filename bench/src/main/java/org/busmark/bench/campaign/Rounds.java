package org.busmark.bench.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.busmark.bench.campaign.OpenWork.Turn;
import org.busmark.bench.plan.CellRunner;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusAdapter;
import org.busmark.workload.BrokerLife;

/**
 * Round after round. Where brokers live throughout, a round is one sitting of all buses and their cells are shuffled
 * together; where they live for a round, it is a sitting for each bus, alone, in shuffled order. In a sitting the cells
 * of the round run, then the capacities that are not known yet are searched for, and then the sweeps, bus by bus.
 */
final class Rounds {
    /** The round in which a plan has what is done once; it is done in the first in which the bus can be had. */
    private static final int PLANNED_ONCE = 1;

    private final Plan plan;
    private final CellSchedule schedule;
    private final OpenWork open;
    private final Forecast forecast;
    private final BusHosts hosts;
    private final CellRunner cells;
    private final SharedRuns.Source sweeps;
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
            BusHosts hosts,
            CellRunner cells,
            SharedRuns.Source sweeps,
            Capacities capacities,
            Walkthroughs walkthroughs,
            Journal journal,
            TimeBudget budget,
            ProgressLine progress) {
        this.plan = plan;
        this.schedule = schedule;
        this.open = open;
        this.forecast = open.forecast();
        this.hosts = hosts;
        this.cells = cells;
        this.sweeps = sweeps;
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
        take(cells, turns(present, round, Kind.RUN), round);
        search(present);
        for (BusAdapter bus : present) {
            sweep(bus, round);
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

    /** Those of a kind that are still open, shuffled. */
    private List<Turn> turns(List<BusAdapter> buses, int round, Kind kind) {
        List<Turn> turns = new ArrayList<>();
        for (BusAdapter bus : buses) {
            open.turns(bus.id(), round).stream()
                    .filter(turn -> turn.kind() == kind)
                    .forEach(turns::add);
        }
        String what = kind + " of " + buses.stream().map(BusAdapter::id).toList();
        return schedule.shuffled(turns, round, what).stream()
                .filter(turn -> open.isOpen(turn.cell(), round))
                .toList();
    }

    private void sweep(BusAdapter bus, int round) throws IOException {
        try (SharedRuns runs = sweeps.open()) {
            take(runs, turns(List.of(bus), round, Kind.SWEEP), round);
        }
    }

    private void take(CellRunner runs, List<Turn> turns, int round) throws IOException {
        for (Turn turn : turns) {
            step("round " + round + ": " + describe(turn));
            runs.run(turn.cell(), round);
            journal.keep();
            forecast.done(
                    turn.kind(), turn.cell().bus(), round, turn.planned().cell().id());
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
