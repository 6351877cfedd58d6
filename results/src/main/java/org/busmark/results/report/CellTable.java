package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busmark.results.record.CellRecord;

/** One row a cell: which cell, how far to believe it, its figures. */
final class CellTable {
    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<Function<CellRecord, String>> columns = new ArrayList<>();

    /**
     * A table that starts with a cell's identity and its verdict.
     *
     * @param names of the buses
     * @param footnotes where the reasons stand that a verdict refers to
     */
    CellTable(BusNames names, Footnotes footnotes) {
        text("bus", cell -> names.of(cell.bus()));
        text("workload", CellRecord::workload);
        text("guarantee", cell -> cell.guarantee().name());
        text("size", cell -> Figures.size(cell.messageBytes()));
        text("rate", cell -> rate(cell));
        text("verdict", footnotes::verdict);
    }

    CellTable text(String heading, Function<CellRecord, String> column) {
        return add(heading, false, column);
    }

    CellTable number(String heading, Function<CellRecord, String> column) {
        return add(heading, true, column);
    }

    CellTable metrics(List<Metric> metrics) {
        metrics.forEach(metric -> number(metric.heading(), metric::text));
        return this;
    }

    Table of(List<CellRecord> cells) {
        List<List<String>> rows = cells.stream()
                .map(cell -> columns.stream().map(column -> column.apply(cell)).toList())
                .toList();
        return new Table(headings, numeric, rows);
    }

    static String rate(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + "/s";
    }

    private CellTable add(String heading, boolean isNumeric, Function<CellRecord, String> column) {
        headings.add(heading);
        numeric.add(isNumeric);
        columns.add(column);
        return this;
    }
}
