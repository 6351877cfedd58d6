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
    private boolean sharedShown = true;

    /**
     * A table that starts with a cell's identity and its verdict.
     *
     * @param names of the buses
     * @param footnotes where the reasons stand that a verdict refers to
     */
    CellTable(BusNames names, Footnotes footnotes, Spread spread) {
        this.spread = spread;
        add("bus", Role.BUS, cell -> names.of(cell.bus()));
        identity("workload", CellRecord::workload);
        identity("guarantee", cell -> cell.guarantee().name());
        identity("size", cell -> Figures.size(cell.messageBytes()));
        identity("rate", CellTable::rate);
        add("verdict", Role.VERDICT, footnotes::verdict);
    }

    /** Leaves out what identifies a work where all rows agree on it: a title has said it. */
    CellTable withoutWhatAllShare() {
        sharedShown = false;
        return this;
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
                metric.heading(),
                Role.NUMBER,
                cell -> new Cell(metric.text(cell)),
                cells -> cells.stream().anyMatch(metric::isNotZero))));
        return this;
    }

    Table of(List<CellRecord> cells) {
        List<Column> shown = columns.stream()
                .filter(column -> column.worthShowing.test(cells))
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
                cells -> true));
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
        columns.add(new Column(heading, role, cell -> new Cell(text.apply(cell)), cells -> true));
        return this;
    }

    private void identity(String heading, Function<CellRecord, String> text) {
        columns.add(new Column(
                heading,
                Role.TEXT,
                cell -> new Cell(text.apply(cell)),
                cells -> sharedShown || cells.stream().map(text).distinct().count() > 1));
    }

    /** @param worthShowing whether these rows are a reason for the column */
    private record Column(
            String heading, Role role, Function<CellRecord, Cell> content, Predicate<List<CellRecord>> worthShowing) {}
}
