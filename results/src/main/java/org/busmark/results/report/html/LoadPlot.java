package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.report.CapacityWork;
import org.busmark.results.report.Reading;
import org.busmark.results.report.Report;
import org.busmark.results.report.Unit;
import org.jspecify.annotations.Nullable;

/** Latency against load: p50, p99 and p99.9 over the rate that was offered, and where each bus's capacity is. */
final class LoadPlot {
    private static final List<Part> PARTS = List.of(
            new Part("p50", SeriesRecord::p50Us),
            new Part("p99", SeriesRecord::p99Us),
            new Part("p99.9", SeriesRecord::p999Us));

    private record Part(String name, Function<SeriesRecord, @Nullable Double> figure) {}

    private final RunDocument document;
    private final Report report;
    private final Palette palette;

    LoadPlot(RunDocument document, Report report, Palette palette) {
        this.document = document;
        this.report = report;
        this.palette = palette;
    }

    /** Empty when no point of a sweep may be shown. */
    Optional<Plot> of(CapacityWork work) {
        List<Plot.Line> lines = new ArrayList<>();
        List<List<List<@Nullable Double>>> tables = new ArrayList<>();
        List<Plot.Whisker> whiskers = new ArrayList<>();
        List<Plot.Down> down = new ArrayList<>();
        for (CapacityRecord capacity : work.capacities()) {
            List<CellRecord> cells = shown(capacity);
            int bus = palette.index(capacity.bus());
            if (!cells.isEmpty()) {
                tables.add(table(cells));
                whiskers.addAll(whiskers(cells, lines.size()));
                PARTS.forEach(part -> lines.add(new Plot.Line(bus, part.name(), doubtful(cells))));
            }
            Double perSecond = capacity.perSecond();
            if (perSecond != null && perSecond > 0) {
                down.add(new Plot.Down(Rounded.of(perSecond), bus, "capacity " + Unit.PER_SECOND.format(perSecond)));
            }
        }
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Plot.Across objective = new Plot.Across(Rounded.of(work.objectiveUs()), "p99 objective");
        Plot.Panel panel = new Plot.Panel("", "time", true, lines, tables, whiskers);
        return Optional.of(new Plot("load", List.of(panel), List.of(objective), down, null, null));
    }

    /** By rate; an INVALID cell has no number. */
    private List<CellRecord> shown(CapacityRecord capacity) {
        return capacity.sweep().stream()
                .flatMap(point -> document.cell(point.cellId()).stream())
                .filter(cell -> cell.verdict() != Verdict.INVALID && cell.response() != null)
                .filter(cell -> cell.rate().perSecond() != null)
                .sorted(Comparator.comparingDouble(LoadPlot::rate))
                .toList();
    }

    private static List<List<@Nullable Double>> table(List<CellRecord> cells) {
        List<List<@Nullable Double>> columns = new ArrayList<>();
        List<@Nullable Double> rates = new ArrayList<>();
        cells.forEach(cell -> rates.add(rate(cell)));
        columns.add(rates);
        for (Part part : PARTS) {
            List<@Nullable Double> column = new ArrayList<>();
            for (CellRecord cell : cells) {
                SeriesRecord response = Objects.requireNonNull(cell.response());
                column.add(Rounded.positive(part.figure().apply(response)));
            }
            columns.add(column);
        }
        return columns;
    }

    private List<Plot.Whisker> whiskers(List<CellRecord> cells, int firstLine) {
        List<Plot.Whisker> whiskers = new ArrayList<>();
        for (CellRecord cell : cells) {
            Map<String, Reading> rounds = report.ofRounds(SeriesKind.RESPONSE, cell);
            for (int i = 0; i < PARTS.size(); i++) {
                Plot.Whisker.of(
                                firstLine + i,
                                rate(cell),
                                rounds.get(PARTS.get(i).name()))
                        .ifPresent(whiskers::add);
            }
        }
        return whiskers;
    }

    private static List<Double> doubtful(List<CellRecord> cells) {
        return cells.stream()
                .filter(cell -> cell.verdict() != Verdict.VALID)
                .map(LoadPlot::rate)
                .toList();
    }

    private static double rate(CellRecord cell) {
        return Objects.requireNonNull(cell.rate().perSecond());
    }
}
