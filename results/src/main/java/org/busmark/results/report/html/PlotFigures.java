package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.results.record.Bounds;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.CapacityWork;
import org.busmark.results.report.CellFigures;
import org.busmark.results.report.Report;
import org.busmark.results.report.Table;
import org.busmark.results.report.Work;

/** Pictures with numbers on both axes, and what the script needs to draw them. */
final class PlotFigures {
    private static final String LOAD_NOTE =
            "Response over the rate that was offered, from 10 % to 105 % of each bus's own capacity (upright line). A hollow"
                    + " point is DEGRADED. Whiskers: how far the rounds' own figures lay apart.";
    private static final String CURVE_NOTE =
            "Each further nine takes as much room as the one before. A curve ends where fewer than 10 samples lie above."
                    + " Whiskers: how far the rounds' own percentiles lay apart.";
    private static final String SECONDS_NOTE =
            "Rounds one after the other; a second holds the messages that were due in it. The backlog is the longest of"
                    + " each second.";

    private final RunDocument document;
    private final Report report;
    private final Palette palette;
    private final RecordedTimes times;
    private final Map<String, Plot> plots = new LinkedHashMap<>();

    PlotFigures(RunDocument document, Report report, Palette palette, RecordedTimes times) {
        this.document = document;
        this.report = report;
        this.palette = palette;
        this.times = times;
    }

    /** What the script draws, by the figure's id, of the figures that were made. */
    Map<String, Plot> plots() {
        return plots;
    }

    /** Latency against load, the main picture. */
    List<Figure> load() {
        LoadPlot maker = new LoadPlot(document, report, palette);
        List<Figure> figures = new ArrayList<>();
        for (CapacityWork work : CapacityWork.of(document)) {
            Table table = report.load(work);
            if (!table.isEmpty()) {
                String id = "load-" + (figures.size() + 1);
                figures.add(new Figure(
                        id,
                        work.title(),
                        LOAD_NOTE,
                        keep(id, maker.of(work)),
                        null,
                        Figure.keys(
                                palette,
                                work.capacities().stream()
                                        .map(capacity -> capacity.bus())
                                        .toList()),
                        Figure.parts("p50", "p99", "p99.9"),
                        List.of(),
                        TableView.of(work.title(), table, palette)));
            }
        }
        return figures;
    }

    /** A curve for each bus: response in the open loop, service in the round trip. */
    List<Figure> curves() {
        List<Figure> figures = new ArrayList<>();
        for (Work work : report.works()) {
            if (work.coordinates().load() != Load.CLOSED_LOOP) {
                figures.add(curves(work, "curve-" + (figures.size() + 1)));
            }
        }
        return figures;
    }

    private Figure curves(Work work, String id) {
        boolean open = work.coordinates().load() == Load.OPEN_LOOP;
        Table table = report.figures(open ? CellFigures.RESPONSE : CellFigures.ROUND_TRIP, work);
        return new Figure(
                id,
                work.title(),
                (open ? "Response. " : "Service: there and back. ") + CURVE_NOTE,
                keep(id, CurvePlot.of(times.of(work.cells()), report, palette)),
                null,
                keys(work.cells()),
                List.of(),
                times.leftOut(work.cells(), report),
                TableView.of(work.title(), table, palette));
    }

    /** Second by second, for open loops. */
    List<Figure> seconds() {
        List<Figure> figures = new ArrayList<>();
        for (Work work : report.works()) {
            if (work.coordinates().load() == Load.OPEN_LOOP) {
                String id = "seconds-" + (figures.size() + 1);
                List<CellRecord> cells = withoutLimits(work);
                TimePlot maker = new TimePlot(times.of(cells));
                if (keep(id, maker.plot(palette))) {
                    figures.add(new Figure(
                            id,
                            work.title(),
                            SECONDS_NOTE,
                            true,
                            null,
                            keys(cells),
                            Figure.parts("p50", "p99", "max"),
                            times.leftOut(cells, report),
                            TableView.of(work.title(), maker.table(report), palette)));
                }
            }
        }
        return figures;
    }

    /** A limit runs once and tells little by the second; alone it is what the report is about. */
    private static List<CellRecord> withoutLimits(Work work) {
        List<CellRecord> others = work.cells().stream()
                .filter(cell -> !Bounds.LIMITS.contains(cell.bus()))
                .toList();
        return others.isEmpty() ? work.cells() : others;
    }

    private boolean keep(String id, Optional<Plot> plot) {
        plot.ifPresent(drawn -> plots.put(id, drawn));
        return plot.isPresent();
    }

    private List<Figure.Key> keys(List<CellRecord> cells) {
        return cells.stream()
                .map(cell -> Figure.Key.of(palette.of(cell.bus()), report.verdict(cell)))
                .toList();
    }
}
