package org.busmark.results.report;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;

/** Which cells are points of a curve of latency against load: each bus has rates of its own there. */
final class Sweeps {
    private final Set<String> points;
    private final Set<String> compared;

    Sweeps(RunDocument document) {
        points = document.capacities().stream()
                .flatMap(capacity -> capacity.sweep().stream())
                .map(CapacityRecord.SweepPoint::cellId)
                .collect(Collectors.toSet());
        compared = document.comparisons().stream()
                .flatMap(comparison -> Stream.of(comparison.left(), comparison.right()))
                .collect(Collectors.toSet());
    }

    /** Whether it is such a point and nothing else; one that is compared with another bus is both. */
    boolean isOnlyThere(CellRecord cell) {
        return points.contains(cell.cellId()) && !compared.contains(cell.cellId());
    }
}
