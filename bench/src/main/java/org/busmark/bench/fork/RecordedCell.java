package org.busmark.bench.fork;

import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.Rate;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/** A cell as records name it. */
public final class RecordedCell {
    private RecordedCell() {}

    /** @param benchmark simple name of the JMH benchmark that hosts it */
    public static CellCoordinates of(Cell cell, String benchmark) {
        Workload workload = cell.workload();
        return new CellCoordinates(
                cell.id(),
                cell.bus(),
                workload.name(),
                workload.guarantee(),
                workload.rate().isMax()
                        ? Rate.MAX
                        : Rate.perSecond(workload.rate().perSecond()),
                workload.message().bytes(),
                benchmark,
                cell.work());
    }
}
