package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;

/**
 * Cells that differ in the bus only, so that they may be looked at side by side.
 *
 * @param cells at least one, in the order of the document
 */
public record Work(List<CellRecord> cells) {
    public Work {
        cells = List.copyOf(cells);
    }

    /** Every work in the order of its first cell; cells that are there for a sweep only are left out. */
    static List<Work> of(RunDocument document) {
        Sweeps sweeps = new Sweeps(document);
        List<List<CellRecord>> works = new ArrayList<>();
        for (CellRecord cell : document.cells()) {
            if (!sweeps.isOnlyThere(cell)) {
                works.stream()
                        .filter(work -> work.get(0).coordinates().sameWork(cell.coordinates()))
                        .findFirst()
                        .orElseGet(() -> {
                            List<CellRecord> work = new ArrayList<>();
                            works.add(work);
                            return work;
                        })
                        .add(cell);
            }
        }
        return works.stream().map(Work::new).toList();
    }

    /** What all of its cells share. */
    public CellCoordinates coordinates() {
        return cells.get(0).coordinates();
    }

    /** Such as {@code At PERSISTED, 1 KiB, open loop at 10,000 msg/s (steady)}. */
    public String title() {
        CellCoordinates work = coordinates();
        String load = switch (work.load()) {
            case CLOSED_LOOP -> "closed loop";
            case OPEN_LOOP -> "open loop at " + offered(work);
            case ROUND_TRIP -> "one message at a time";
        };
        return "At " + work.guarantee() + ", " + Figures.size(work.messageBytes()) + ", " + load + " ("
                + work.workload() + ")";
    }

    private static String offered(CellCoordinates work) {
        Double perSecond = work.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + " msg/s";
    }
}
