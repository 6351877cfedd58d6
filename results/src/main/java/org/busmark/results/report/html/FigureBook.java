package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.CapacityWork;
import org.busmark.results.report.CellFigures;
import org.busmark.results.report.Report;
import org.busmark.results.report.Table;
import org.busmark.results.report.Work;

/** Makes the pictures of a page, and keeps what the script needs to draw them. */
final class FigureBook {
    private static final String LOAD_NOTE =
            "Response over the rate that was offered, from 10 % to 105 % of each bus's own capacity (upright line); a hollow"
                    + " point is DEGRADED.";
    private static final String CURVE_NOTE =
            "Each further nine takes as much room as the one before. A curve ends where fewer than 10 samples lie above.";
    private static final String TIME_NOTE =
            "Rounds one after the other; a second holds the messages that were due in it. The backlog is the longest of"
                    + " each second.";

    private final RunDocument document;
    private final Report report;
    private final Palette palette;
    private final RecordedTimes times;
    private final Map<String, Plot> plots = new LinkedHashMap<>();

    FigureBook(RunDocument document, Report report, Palette palette, RecordedTimes times) {
        this.document = document;
        this.report = report;
        this.palette = palette;
        this.times = times;
    }

    /** What the script draws, by the figure's id. */
    Map<String, Plot> plots() {
        return plots;
    }

    /** Latency against load, the main picture. */
    List<Figure> load() {
        LoadPlot maker = new LoadPlot(document, palette);
        List<Figure> figures = new ArrayList<>();
        for (CapacityWork work : CapacityWork.of(document)) {
            Table table = report.load(work);
            Optional<Plot> plot = maker.of(work);
            if (!table.isEmpty()) {
                figures.add(plotted(
                        "load-" + (figures.size() + 1),
                        new Words(work.title(), LOAD_NOTE),
                        plot,
                        looks(work.capacities().stream()
                                .map(CapacityRecord::bus)
                                .toList()),
                        List.of("p50", "p99", "p99.9"),
                        List.of(),
                        table));
            }
        }
        return figures;
    }

    /** A curve for each bus: response in the open loop, service in the round trip. */
    List<Figure> curves() {
        List<Figure> figures = new ArrayList<>();
        for (Work work : report.works()) {
            if (work.coordinates().load() != Load.CLOSED_LOOP) {
                boolean open = work.coordinates().load() == Load.OPEN_LOOP;
                figures.add(plotted(
                        "curve-" + (figures.size() + 1),
                        new Words(work.title(), (open ? "Response. " : "Service: there and back. ") + CURVE_NOTE),
                        CurvePlot.of(times.of(work), palette),
                        looks(work.cells().stream().map(CellRecord::bus).toList()),
                        List.of(),
                        times.leftOut(work, report),
                        report.figures(open ? CellFigures.RESPONSE : CellFigures.ROUND_TRIP, work.cells())));
            }
        }
        return figures;
    }

    /** Second by second, for open loops. */
    List<Figure> seconds() {
        List<Figure> figures = new ArrayList<>();
        for (Work work : report.works()) {
            if (work.coordinates().load() == Load.OPEN_LOOP) {
                List<CellTimes> cells = times.of(work);
                TimePlot maker = new TimePlot(cells);
                Optional<Plot> plot = maker.plot(palette);
                if (plot.isPresent()) {
                    figures.add(plotted(
                            "seconds-" + (figures.size() + 1),
                            new Words(work.title(), TIME_NOTE),
                            plot,
                            looks(cells.stream().map(cell -> cell.cell().bus()).toList()),
                            List.of("p50", "p99", "max"),
                            times.leftOut(work, report),
                            maker.table(report)));
                }
            }
        }
        return figures;
    }

    /** Throughput with intervals, closed loops. */
    List<Figure> throughput() {
        List<Work> works = report.works().stream()
                .filter(work -> work.coordinates().load() == Load.CLOSED_LOOP)
                .toList();
        return works.isEmpty()
                ? List.of()
                : List.of(strips(
                        "throughput-1",
                        new ThroughputStrips(report, palette).of(works),
                        works,
                        List.of(),
                        CellFigures.THROUGHPUT));
    }

    /** Processor time of a million messages. */
    List<Figure> cost() {
        Strips strips = new CostStrips(report, palette).of(report.works());
        List<Work> works = report.works().stream()
                .filter(work -> work.cells().stream().anyMatch(cell -> cell.cost() != null))
                .toList();
        return strips.groups().isEmpty()
                ? List.of()
                : List.of(strips("cost-1", strips, works, List.of("client", "pacing", "broker"), CellFigures.COST));
    }

    private Figure strips(String id, Strips strips, List<Work> works, List<String> parts, CellFigures figures) {
        List<CellRecord> cells = works.stream()
                .flatMap(work -> work.cells().stream())
                .filter(figures::isOf)
                .toList();
        return new Figure(
                id,
                figures.title(),
                "",
                false,
                strips,
                looks(cells.stream().map(CellRecord::bus).toList()),
                parts.stream().map(Figure::part).toList(),
                List.of(),
                TableView.of(figures.title(), report.figures(figures, cells), palette));
    }

    private record Words(String title, String note) {}

    private Figure plotted(
            String id,
            Words words,
            Optional<Plot> plot,
            List<Palette.Look> key,
            List<String> parts,
            List<String> leftOut,
            Table table) {
        plot.ifPresent(drawn -> plots.put(id, drawn));
        return new Figure(
                id,
                words.title(),
                words.note(),
                plot.isPresent(),
                null,
                key,
                parts.stream().map(Figure::part).toList(),
                leftOut,
                TableView.of(words.title(), table, palette));
    }

    private List<Palette.Look> looks(List<String> buses) {
        return buses.stream().distinct().map(palette::of).toList();
    }
}
