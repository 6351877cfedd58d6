package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.RunDocument;

/**
 * Cells of a sweep that have no counterpart: its rates are shares of the capacity that each campaign found for itself.
 *
 * @param onlyInA messages a second, ascending
 * @param onlyInB the same
 */
public record SweptRates(
        String bus,
        String workload,
        Guarantee guarantee,
        int messageBytes,
        List<Double> onlyInA,
        List<Double> onlyInB) {
    public SweptRates {
        onlyInA = onlyInA.stream().sorted().toList();
        onlyInB = onlyInB.stream().sorted().toList();
    }

    /** Ids of the cells that belong to a sweep. */
    static Set<String> cellIds(RunDocument document) {
        return document.capacities().stream()
                .flatMap(capacity -> capacity.sweep().stream())
                .map(point -> point.cellId())
                .collect(Collectors.toSet());
    }

    /** One for each piece of work, in order of appearance. */
    static List<SweptRates> of(List<CellCoordinates> onlyInA, List<CellCoordinates> onlyInB) {
        Map<List<Object>, List<CellCoordinates>> byWork = new LinkedHashMap<>();
        Stream.concat(onlyInA.stream(), onlyInB.stream())
                .forEach(cell -> byWork.computeIfAbsent(work(cell), any -> new ArrayList<>())
                        .add(cell));
        return byWork.values().stream()
                .map(cells -> of(cells.get(0), onlyInA, onlyInB))
                .toList();
    }

    private static SweptRates of(CellCoordinates cell, List<CellCoordinates> onlyInA, List<CellCoordinates> onlyInB) {
        return new SweptRates(
                cell.bus(),
                cell.workload(),
                cell.guarantee(),
                cell.messageBytes(),
                rates(cell, onlyInA),
                rates(cell, onlyInB));
    }

    private static List<Double> rates(CellCoordinates like, List<CellCoordinates> cells) {
        return cells.stream()
                .filter(cell -> work(cell).equals(work(like)))
                .map(cell -> cell.rate().perSecond())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Object> work(CellCoordinates cell) {
        return List.of(cell.bus(), cell.workload(), cell.guarantee(), cell.messageBytes());
    }
}
