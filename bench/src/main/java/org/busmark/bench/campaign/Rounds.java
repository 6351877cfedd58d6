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
 * Round after round. Where brokers live throughout, a round is one sitting of all buses; where they live for a round, it
 * is a sitting for each bus, alone. In a sitting buses take turns, in shuffled order. A bus's turn is one JVM: in it the
 * cells of the round run, shuffled, then the capacities that are not known yet are searched for, and then the sweeps run.
 */
final class Rounds {
    /** The round in which a plan has what is done once; it is done in the first in which the bus can be had. */
    private static final int PLANNED_ONCE = 1;

    private final Plan plan;
    private final CellSchedule schedule;
    private final OpenWork open;
    private final Forecast forecast;
    private final BusHosts hosts;
    private final SharedRuns.Source runs;
    private final Capacities capacities;
    private final Walkthroughs walkthroughs;
    private final Journal journal;
    private final TimeBudget budget;
    private final ProgressLine progress;
    private final Set<String> startedBefore = new HashSet<>();

    /** Of the runs before the present one. */
    private double pace = 1;

    Rounds(
            Plan plan,
            CellSchedule schedule,
            OpenWork open,
            Forecast forecast,
            BusHosts hosts,
            SharedRuns.Source runs,
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
        this.runs = runs;
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
        for (BusAdapter bus : schedule.shuffled(sitting, round, "turns")) {
            if (present.contains(bus)) {
                take(bus, round);
                walk(bus);
            }
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
        Duration planned = forecast.timeDone().minus(doneBefore);
        if (startedBefore.add(bus.id())) {
            // A download, or a broker that cannot be had.
            budget.excuse(budget.gone().minus(goneBefore).minus(planned));
        }
        budget.started(planned, budget.gone().minus(goneBefore));
        return started;
    }

    /** A bus's turn. */
    private void take(BusAdapter bus, int round) throws IOException {
        SpareTime spare = new SpareTime(() -> budget.spares(forecast.timeLeft(), pace), budget.isPromised());
        try (SharedRuns shared = runs.open(spare)) {
            make(bus, round, Kind.RUN, shared.cells());
            search(bus, shared.probes());
            make(bus, round, Kind.SWEEP, shared.cells());
        }
    }

    private void make(BusAdapter bus, int round, Kind kind, CellRunner cells) throws IOException {
        List<Turn> turns = open.turns(bus.id(), round).stream()
                .filter(turn -> turn.kind() == kind)
                .toList();
        for (Turn turn : schedule.shuffled(turns, round, kind + " of " + bus.id())) {
            if (open.isOpen(turn.cell(), round)) {
                step("round " + round + ": " + describe(turn));
                pace = budget.pace(forecast);
                cells.run(turn.cell(), round);
                journal.keep();
                forecast.done(
                        turn.kind(), bus.id(), round, turn.planned().cell().id());
            }
        }
    }

    private void search(BusAdapter bus, CellRunner probes) throws IOException {
        for (PlannedCell planned : open.searches(bus.id())) {
            String searched = planned.cell().id();
            Consumer<String> eachProbe = probe -> {
                step(probe);
                forecast.probed(searched);
            };
            boolean answered = capacities.search(planned, probes, eachProbe, () -> hosts.living(bus.id()) != null);
            journal.keep();
            forecast.searched(searched);
            if (answered) {
                open.foundCapacity(forecast, planned);
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
