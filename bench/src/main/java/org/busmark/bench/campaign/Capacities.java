package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.busmark.bench.plan.CellRunner;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.workload.Cell;

/** Searches for the capacities of a campaign, each once, and keeps them. */
final class Capacities {
    private final CampaignStore store;
    private final Search search;

    Capacities(CampaignStore store, Search search) {
        this.store = store;
        this.search = search;
    }

    /** Finds the highest rate that a bus sustains. */
    @FunctionalInterface
    interface Search {
        /**
         * Searches.
         *
         * @param cell an open loop; its own rate does not matter
         * @param runner runs each probe
         * @param progress is told what is tried
         * @return without a sweep
         */
        CapacityRecord find(Cell cell, CellRunner runner, Consumer<String> progress) throws IOException;
    }

    /**
     * Searches and keeps the answer. That nothing was sustained on a broker that has ended is none: it is asked again when
     * the bus is there again.
     *
     * @param probes runs what is tried
     * @param lives whether the bus can be reached
     * @return whether it was answered
     */
    boolean search(PlannedCell planned, CellRunner probes, Consumer<String> progress, BooleanSupplier lives)
            throws IOException {
        CapacityRecord found = search.find(planned.cell(), probes, progress);
        if (found.perSecond() == null && !lives.getAsBoolean()) {
            store.probes().forgetFailed(planned.cell());
            return false;
        }
        List<SweepPoint> points = OpenWork.sweep(planned, found.perSecond()).stream()
                .map(point -> new SweepPoint(point.share(), point.cell().id()))
                .toList();
        store.update(known -> known.with(found.withSweep(points)));
        return true;
    }
}
