package org.busmark.results.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.CellFigures;
import org.busmark.results.report.Report;
import org.busmark.results.report.Section;

/** What stands under the answer, in its order: pictures, then what every message came to, then the circumstances. */
final class Chapters {
    private static final List<CellFigures> OTHER_SERIES = List.of(
            CellFigures.SERVICE_CLOSED_LOOP,
            CellFigures.SERVICE_OPEN_LOOP,
            CellFigures.ACK,
            CellFigures.PACING_LAG,
            CellFigures.BLOCKED,
            CellFigures.PACER_ERROR,
            CellFigures.JITTER);

    private final RunDocument document;
    private final Report report;
    private final Palette palette;

    Chapters(RunDocument document, Report report, Palette palette) {
        this.document = document;
        this.report = report;
        this.palette = palette;
    }

    /** Those that have something to say. */
    List<Chapter> of(PlotFigures plots) {
        return Stream.of(pictures(plots), Stream.of(ledger(), series()), words())
                .flatMap(chapters -> chapters)
                .filter(chapter -> !chapter.isEmpty())
                .toList();
    }

    private Stream<Chapter> pictures(PlotFigures plots) {
        StripFigures strips = new StripFigures(report, palette);
        List<Figure> load = plots.load();
        return Stream.of(
                new Chapter(
                        "load",
                        load.isEmpty() ? "Capacity" : "Latency against load",
                        "",
                        load,
                        BlockView.of(report.capacity(), palette),
                        List.of()),
                Chapter.of(
                        "percentiles",
                        "Percentiles",
                        "How long one message in two, in a hundred, in a thousand waited. Beneath a figure: the rounds' own,"
                                + " their median and (smallest..largest), from 5 rounds on [95 % interval].",
                        plots.curves()),
                Chapter.of(
                        "throughput",
                        "Throughput",
                        "Closed loop: messages a second, end to end; the median of the runs and its 95 % interval. Grey: what"
                                + " no system can beat on this machine.",
                        strips.throughput()),
                Chapter.of(
                        "cost",
                        "Cost",
                        "Pacing is what the client spun only to send on time; the broker's is its whole process tree. A sum"
                                + " of the runs' medians, and how far the runs' own sums lay apart.",
                        strips.cost()),
                Chapter.of("seconds", "Second by second", "", plots.seconds()));
    }

    private Chapter ledger() {
        List<CellRecord> cells = document.cells();
        Section section = new Section(
                "Ledger",
                cells.isEmpty()
                        ? List.of()
                        : List.of(CellFigures.LEDGER.how(), report.figures(CellFigures.LEDGER, cells)));
        return chapter("ledger", section);
    }

    private Chapter series() {
        return new Chapter(
                "series",
                "Other series",
                "",
                List.of(),
                List.of(),
                OTHER_SERIES.stream().flatMap(this::folded).toList());
    }

    private Stream<Chapter.Folded> folded(CellFigures series) {
        List<CellRecord> cells = document.cells().stream().filter(series::isOf).toList();
        return cells.isEmpty()
                ? Stream.empty()
                : Stream.of(new Chapter.Folded(
                        series.title(),
                        BlockView.spans(series.how()),
                        TableView.of(series.title(), report.figures(series, cells), palette),
                        BlockView.spans(series.below(cells))));
    }

    private Stream<Chapter> words() {
        return Stream.of(
                new Chapter(
                        "reasons",
                        "Why not VALID",
                        "",
                        List.of(),
                        BlockView.linked(report.reasons(), "reason", palette),
                        List.of()),
                chapter("workloads", report.workloads()),
                chapter("settings", report.settings()),
                chapter("walkthrough", report.walkthrough()),
                chapter("claims", report.claims()),
                chapter("not-offered", report.notOffered()),
                chapter("not-measured", report.notMeasured()),
                chapter("environment", report.environment()),
                chapter("threats", report.threats()),
                chapter("repeat", report.repeat()),
                chapter("words", report.words()));
    }

    private Chapter chapter(String id, Section section) {
        return new Chapter(id, section.title(), "", List.of(), BlockView.of(section, palette), List.of());
    }
}
