package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.SeriesKind;

/** One row a cell: which cell, how far to believe it, its figures. */
final class CellTable {
    private final List<Column> columns = new ArrayList<>();

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
        return add(heading, false, column, cell -> true);
    }

    CellTable number(String heading, Function<CellRecord, String> column) {
        return add(heading, true, column, cell -> true);
    }

    CellTable metrics(List<Metric> metrics) {
        metrics.forEach(metric -> number(metric.heading(), metric::text));
        return this;
    }

    /** The figures of a series; what lies outside the histogram has columns only where a row has such samples. */
    CellTable series(SeriesKind kind) {
        for (Metric metric : Metric.times(kind)) {
            number(metric.heading(), metric::text);
            if (metric.heading().equals("p99")) {
                number(
                        "p99 of rounds",
                        cell -> P99OfRounds.of(cell, kind)
                                .map(P99OfRounds::text)
                                .orElse("-"));
            }
        }
        return metricsUnlessZero(Metric.outside(kind));
    }

    /** Counts of what should not be: a column only where a row has some. */
    CellTable metricsUnlessZero(List<Metric> metrics) {
        metrics.forEach(metric -> add(metric.heading(), true, metric::text, metric::isNotZero));
        return this;
    }

    Table of(List<CellRecord> cells) {
        List<Column> shown = columns.stream()
                .filter(column -> cells.stream().anyMatch(column.worthShowing))
                .toList();
        return new Table(
                shown.stream().map(Column::heading).toList(),
                shown.stream().map(Column::numeric).toList(),
                cells.stream()
                        .map(cell -> shown.stream()
                                .map(column -> column.text.apply(cell))
                                .toList())
                        .toList());
    }

    static String rate(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + "/s";
    }

    private CellTable add(
            String heading, boolean numeric, Function<CellRecord, String> text, Predicate<CellRecord> worthShowing) {
        columns.add(new Column(heading, numeric, text, worthShowing));
        return this;
    }

    /** @param worthShowing whether this row alone is a reason for the column */
    private record Column(
            String heading, boolean numeric, Function<CellRecord, String> text, Predicate<CellRecord> worthShowing) {}
}
