package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.report.Table.Cell;
import org.busmark.results.report.Table.Role;

/** One row a cell: which cell, how far to believe it, its figures. */
final class CellTable {
    private final List<Column> columns = new ArrayList<>();
    private final Spread spread;

    /**
     * A table that starts with a cell's identity and its verdict.
     *
     * @param names of the buses
     * @param footnotes where the reasons stand that a verdict refers to
     */
    CellTable(BusNames names, Footnotes footnotes, Spread spread) {
        this.spread = spread;
        add("bus", Role.BUS, cell -> names.of(cell.bus()));
        text("workload", CellRecord::workload);
        text("guarantee", cell -> cell.guarantee().name());
        text("size", cell -> Figures.size(cell.messageBytes()));
        text("rate", CellTable::rate);
        add("verdict", Role.VERDICT, footnotes::verdict);
    }

    CellTable text(String heading, Function<CellRecord, String> column) {
        return add(heading, Role.TEXT, column);
    }

    CellTable number(String heading, Function<CellRecord, String> column) {
        return add(heading, Role.NUMBER, column);
    }

    CellTable metrics(List<Metric> metrics) {
        metrics.forEach(this::metric);
        return this;
    }

    /** The figures of a series; what lies outside the histogram has columns only where a row has such samples. */
    CellTable series(SeriesKind kind) {
        for (Metric metric : Metric.times(kind)) {
            metric(metric);
            if (spread == Spread.BESIDE_P99 && metric.heading().equals("p99")) {
                number(
                        "p99 of rounds",
                        cell -> OfRounds.of(metric, cell).map(OfRounds::text).orElse("-"));
            }
        }
        return metricsUnlessZero(Metric.outside(kind));
    }

    /** Counts of what should not be: a column only where a row has some. */
    CellTable metricsUnlessZero(List<Metric> metrics) {
        metrics.forEach(metric -> columns.add(new Column(
                metric.heading(), Role.NUMBER, cell -> new Cell(metric.text(cell)), metric::isNotZero)));
        return this;
    }

    Table of(List<CellRecord> cells) {
        List<Column> shown = columns.stream()
                .filter(column -> cells.stream().anyMatch(column.worthShowing))
                .toList();
        return new Table(
                shown.stream()
                        .map(column -> new Table.Column(column.heading, column.role))
                        .toList(),
                cells.stream()
                        .map(cell -> shown.stream()
                                .map(column -> column.content.apply(cell))
                                .toList())
                        .toList());
    }

    static String rate(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + "/s";
    }

    private void metric(Metric metric) {
        columns.add(new Column(
                metric.heading(),
                Role.NUMBER,
                cell -> new Cell(metric.text(cell), spread == Spread.BENEATH ? beneath(metric, cell) : ""),
                cell -> true));
    }

    /** What has its interval beside it needs none beneath. */
    private static String beneath(Metric metric, CellRecord cell) {
        return metric.intervalBeside()
                ? ""
                : OfRounds.of(metric, cell)
                        .filter(rounds -> rounds.rounds() > 1)
                        .map(OfRounds::text)
                        .orElse("");
    }

    private CellTable add(String heading, Role role, Function<CellRecord, String> text) {
        columns.add(new Column(heading, role, cell -> new Cell(text.apply(cell)), cell -> true));
        return this;
    }

    /** @param worthShowing whether this row alone is a reason for the column */
    private record Column(
            String heading, Role role, Function<CellRecord, Cell> content, Predicate<CellRecord> worthShowing) {}
}
