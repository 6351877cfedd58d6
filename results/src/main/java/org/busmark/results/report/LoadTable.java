package org.busmark.results.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;

/** Response at shares of each bus's own capacity: the curve of latency against load, as a table. */
final class LoadTable {
    static final String HOW = "Open loop at shares of each bus's own capacity: received less intended send time.";

    private LoadTable() {}

    /** A row for each point, lowest share first; without rows where there was no sweep. */
    static Table of(RunDocument document, List<CapacityRecord> capacities, CellTable identity) {
        List<CellRecord> cells = new ArrayList<>();
        Map<String, Double> shares = new HashMap<>();
        for (CapacityRecord capacity : capacities) {
            for (CapacityRecord.SweepPoint point : capacity.sweep()) {
                document.cell(point.cellId()).ifPresent(cell -> {
                    cells.add(cell);
                    shares.put(cell.cellId(), point.share());
                });
            }
        }
        return identity.number(
                        "of capacity",
                        cell -> String.format(Locale.ROOT, "%.0f %%", 100 * shares.getOrDefault(cell.cellId(), 0.0)))
                .series(SeriesKind.RESPONSE)
                .of(cells);
    }
}
