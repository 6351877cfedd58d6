package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.busmark.results.report.Report;
import org.busmark.results.report.Table;
import org.busmark.results.report.Unit;
import org.jspecify.annotations.Nullable;

/** Second by second: p50, p99 and max of the response, and below it how far deliveries were behind. */
final class TimePlot {
    private static final List<String> PARTS = List.of("p50", "p99", "max");
    private static final double P50 = 2;
    private static final double P99 = 100;

    private final List<CellTimes> cells;
    private final TimeLine line;

    TimePlot(List<CellTimes> cells) {
        this.cells = cells;
        this.line = TimeLine.of(cells);
    }

    /** Empty when no second was recorded. */
    Optional<Plot> plot(Palette palette) {
        if (line.positions() == 0) {
            return Optional.empty();
        }
        List<Plot.Line> timeLines = new ArrayList<>();
        List<Plot.Line> backlogLines = new ArrayList<>();
        List<List<@Nullable Double>> times = new ArrayList<>();
        List<List<@Nullable Double>> backlogs = new ArrayList<>();
        times.add(positions());
        backlogs.add(positions());
        for (CellTimes cell : cells) {
            int bus = palette.index(cell.cell().bus());
            PARTS.forEach(part -> timeLines.add(new Plot.Line(bus, part, List.of())));
            times.addAll(columns(cell));
            List<@Nullable Double> backlog = line.backlogs(cell.cell());
            if (backlog.stream().anyMatch(Objects::nonNull)) {
                backlogLines.add(new Plot.Line(bus, "", List.of()));
                backlogs.add(backlog);
            }
        }
        List<Plot.Panel> panels = new ArrayList<>();
        panels.add(new Plot.Panel("Response", "time", true, timeLines, List.of(times), List.of()));
        if (!backlogLines.isEmpty()) {
            panels.add(new Plot.Panel("Backlog, messages", "count", false, backlogLines, List.of(backlogs), List.of()));
        }
        List<Plot.Round> rounds = line.rounds().stream()
                .map(round -> new Plot.Round(line.start(round), String.valueOf(round)))
                .toList();
        return Optional.of(new Plot("time", panels, List.of(), List.of(), rounds, line.step()));
    }

    /** A row for each round and second, four columns for each bus. */
    Table table(Report report) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("round", Table.Role.TEXT));
        columns.add(new Table.Column("from second", Table.Role.NUMBER));
        List<List<@Nullable Double>> figures = new ArrayList<>();
        for (CellTimes cell : cells) {
            String name = report.name(cell.cell().bus());
            PARTS.forEach(part -> columns.add(new Table.Column(name + " " + part, Table.Role.NUMBER)));
            columns.add(new Table.Column(name + " backlog", Table.Role.NUMBER));
            figures.addAll(columns(cell));
            figures.add(line.backlogs(cell.cell()));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int round : line.rounds()) {
            for (int within = 0; within < line.length(); within++) {
                rows.add(row(round, within, figures));
            }
        }
        return new Table(columns, rows);
    }

    private List<Table.Cell> row(int round, int within, List<List<@Nullable Double>> figures) {
        List<Table.Cell> row = new ArrayList<>();
        row.add(cell(String.valueOf(round)));
        row.add(cell(String.valueOf(within * line.step())));
        for (int i = 0; i < figures.size(); i++) {
            Double figure = figures.get(i).get(line.start(round) + within);
            boolean backlog = i % (PARTS.size() + 1) == PARTS.size();
            row.add(cell(
                    figure == null ? "-" : backlog ? Unit.COUNT.format(figure) : Unit.MICROSECONDS.format(figure)));
        }
        return row;
    }

    private static Table.Cell cell(String text) {
        return new Table.Cell(text, "");
    }

    private List<@Nullable Double> positions() {
        List<@Nullable Double> positions = new ArrayList<>();
        for (int i = 0; i < line.positions(); i++) {
            positions.add((double) i);
        }
        return positions;
    }

    private List<List<@Nullable Double>> columns(CellTimes cell) {
        List<@Nullable Double> p50 = new ArrayList<>();
        List<@Nullable Double> p99 = new ArrayList<>();
        List<@Nullable Double> max = new ArrayList<>();
        for (Histogram histogram : line.histograms(cell)) {
            p50.add(histogram == null ? null : Quantile.us(histogram, P50));
            p99.add(histogram == null ? null : Quantile.us(histogram, P99));
            max.add(histogram == null ? null : Quantile.maxUs(histogram));
        }
        return List.of(p50, p99, max);
    }
}
