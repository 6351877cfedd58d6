package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.capacity.Sweep;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bus.BusAdapter;
import org.busmark.results.record.CapacityRecord;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.jspecify.annotations.Nullable;

/** What a campaign's plan asks for, against what its store has. Changes as the store does. */
final class OpenWork {
    private static final double NS_PER_US = 1e3;

    private final Plan plan;
    private final CampaignStore store;

    OpenWork(Plan plan, CampaignStore store) {
        this.plan = plan;
        this.store = store;
    }

    /**
     * A run that belongs to the campaign.
     *
     * @param kind of step that it is in the plan
     * @param planned the plan's cell, which for a point of a sweep is the one whose capacity was searched for
     */
    record Turn(Kind kind, PlannedCell planned, Cell cell) {}

    /** The cells of a bus in a round, in the plan's order, each once; those of a sweep as soon as the capacity is known. */
    List<Turn> turns(String bus, int round) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        for (PlannedCell planned : ofBus(bus)) {
            if (round <= planned.rounds() && planned.isMeasured() && !Walkthroughs.isWalkthrough(planned.cell())) {
                turns.putIfAbsent(planned.cell().id(), new Turn(Kind.RUN, planned, planned.cell()));
            }
        }
        for (PlannedCell planned : ofBus(bus)) {
            if (round <= planned.rounds()) {
                sweep(planned)
                        .forEach(point ->
                                turns.putIfAbsent(point.cell().id(), new Turn(Kind.SWEEP, planned, point.cell())));
            }
        }
        return new ArrayList<>(turns.values());
    }

    /** The points of a cell's sweep; none before its capacity is known. */
    List<Sweep.Point> sweep(PlannedCell planned) {
        return sweep(
                planned, capacity(planned.cell()).map(CapacityRecord::perSecond).orElse(null));
    }

    /** The points of a cell's sweep at shares of this capacity; none where there is no capacity. */
    static List<Sweep.Point> sweep(PlannedCell planned, @Nullable Double perSecond) {
        return perSecond == null || !planned.isOffered() || !planned.question().sweeps()
                ? List.of()
                : Sweep.cells(planned.cell(), perSecond);
    }

    /** Whether that run is still to be made. */
    boolean isOpen(Cell cell, int round) {
        return store.runs().find(cell, round).isEmpty();
    }

    /** Those of a bus whose capacity is still to be searched for. */
    List<PlannedCell> searches(String bus) {
        return ofBus(bus).stream()
                .filter(planned ->
                        planned.isSearched() && capacity(planned.cell()).isEmpty())
                .toList();
    }

    /** A bus's walkthroughs that are still to be taken. */
    List<Cell> walkthroughs(String bus) {
        boolean taken = store.progress().walkthroughs().stream()
                .anyMatch(walkthrough -> walkthrough.bus().equals(bus));
        return taken
                ? List.of()
                : ofBus(bus).stream()
                        .map(PlannedCell::cell)
                        .filter(Walkthroughs::isWalkthrough)
                        .toList();
    }

    /** Whether a bus is needed in a round. */
    boolean any(String bus, int round) {
        return !searches(bus).isEmpty()
                || !walkthroughs(bus).isEmpty()
                || turns(bus, round).stream().anyMatch(turn -> isOpen(turn.cell(), round));
    }

    /** Whether nothing is left to do. */
    boolean isDone() {
        for (BusAdapter bus : plan.buses()) {
            for (int round = 1; round <= plan.rounds(); round++) {
                if (any(bus.id(), round)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<CapacityRecord> capacity(Cell cell) {
        return store.progress().capacities().stream()
                .filter(capacity -> isOf(cell, capacity))
                .findFirst();
    }

    private static boolean isOf(Cell cell, CapacityRecord capacity) {
        return capacity.bus().equals(cell.bus())
                && capacity.workload().equals(cell.workload().name())
                && capacity.guarantee() == cell.workload().guarantee()
                && capacity.objectiveUs() == cell.workload().objective().toNanos() / NS_PER_US;
    }

    private List<PlannedCell> ofBus(String bus) {
        return plan.cells().stream()
                .filter(planned -> planned.isOffered() && planned.cell().bus().equals(bus))
                .toList();
    }

    /** The campaign's. */
    Path folder() {
        return store.folder();
    }

    /** The plan without what the store has. */
    Forecast forecast() {
        Forecast forecast = new Forecast(plan);
        for (BusAdapter bus : plan.buses()) {
            for (int round = 1; round <= plan.rounds(); round++) {
                forget(forecast, bus.id(), round);
            }
        }
        plan.searched().stream()
                .filter(planned -> capacity(planned.cell()).isPresent())
                .forEach(planned -> foundCapacity(forecast, planned));
        return forecast;
    }

    private void forget(Forecast forecast, String bus, int round) {
        for (Turn turn : turns(bus, round)) {
            if (!isOpen(turn.cell(), round)) {
                forecast.forget(turn.kind(), bus, round, turn.planned().cell().id());
            }
        }
        for (PlannedCell planned : ofBus(bus)) {
            if (planned.isSearched() && capacity(planned.cell()).isPresent()) {
                forecast.searched(planned.cell().id());
            }
            if (Walkthroughs.isWalkthrough(planned.cell()) && walkthroughs(bus).isEmpty()) {
                forecast.forget(Kind.WALKTHROUGH, bus, round, planned.cell().id());
            }
        }
        boolean needed = plan.brokers() == BrokerLife.ONCE ? anyLater(bus, round) : any(bus, round);
        if (!needed) {
            forecast.forget(Kind.BROKER, bus, round, "");
        }
    }

    /** Where no rate is sustained there are no shares of it; and a share may be a cell that the plan has anyway. */
    void foundCapacity(Forecast forecast, PlannedCell planned) {
        String searched = planned.cell().id();
        List<Sweep.Point> points = sweep(planned);
        if (points.isEmpty()) {
            forecast.drop(step -> step.kind() == Kind.SWEEP && step.cell().equals(searched));
        }
        for (int round = 1; round <= planned.rounds(); round++) {
            for (Turn turn : turns(planned.cell().bus(), round)) {
                if (turn.kind() == Kind.RUN
                        && points.stream().anyMatch(point -> point.cell().equals(turn.cell()))) {
                    forecast.forget(Kind.SWEEP, planned.cell().bus(), round, searched);
                }
            }
        }
    }

    private boolean anyLater(String bus, int from) {
        for (int round = from; round <= plan.rounds(); round++) {
            if (any(bus, round)) {
                return true;
            }
        }
        return false;
    }
}
