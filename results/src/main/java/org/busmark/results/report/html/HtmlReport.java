package org.busmark.results.report.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.Answer;
import org.busmark.results.report.CellFigures;
import org.busmark.results.report.Report;
import org.busmark.results.report.Section;

/**
 * {@code report.html}, whole. The same document and histograms give the same bytes.
 *
 * @param text UTF-8 when it is written
 * @param problems one line for each histogram log that was missing or not whole; its curve is left out, and the page says
 *     so
 */
public record HtmlReport(String text, List<String> problems) {
    private static final List<CellFigures> OTHER_SERIES = List.of(
            CellFigures.SERVICE_CLOSED_LOOP,
            CellFigures.SERVICE_OPEN_LOOP,
            CellFigures.ACK,
            CellFigures.PACING_LAG,
            CellFigures.BLOCKED,
            CellFigures.PACER_ERROR,
            CellFigures.JITTER);

    public HtmlReport {
        problems = List.copyOf(problems);
    }

    /**
     * Makes it.
     *
     * @param folder that the runs' histograms are relative to
     */
    public static HtmlReport of(RunDocument document, Path folder) {
        Report report = new Report(document);
        Palette palette = Palette.of(document, report);
        RecordedTimes times = new RecordedTimes(new HistogramLogs(folder));
        PlotFigures plots = new PlotFigures(document, report, palette, times);
        List<Chapter> chapters = new ArrayList<>();
        Stream.of(pictures(plots, report, palette), tables(document, report, palette), words(report, palette))
                .flatMap(List::stream)
                .filter(chapter -> !chapter.isEmpty())
                .forEach(chapters::add);
        Page page = page(document, report, palette, plots, chapters);
        return new HtmlReport(Assets.template().execute(page), times.problems());
    }

    private static List<Chapter> pictures(PlotFigures plots, Report report, Palette palette) {
        StripFigures strips = new StripFigures(report, palette);
        return List.of(
                new Chapter(
                        "load",
                        "Latency against load",
                        "",
                        plots.load(),
                        BlockView.of(report.capacity(), palette),
                        List.of()),
                new Chapter(
                        "percentiles",
                        "Percentiles",
                        "How long one message in two, in a hundred, in a thousand waited. Beneath a figure: the rounds' own,"
                                + " their median and (smallest..largest), from 5 rounds on [95 % interval].",
                        plots.curves(),
                        List.of(),
                        List.of()),
                new Chapter(
                        "throughput",
                        "Throughput",
                        "Closed loop: messages a second, end to end; the median of the runs and its 95 % interval. Grey: what"
                                + " no system can beat on this machine.",
                        strips.throughput(),
                        List.of(),
                        List.of()),
                new Chapter(
                        "cost",
                        "Cost",
                        "Processor seconds of a million messages. Pacing is what the client spun only to send on time; the"
                                + " broker's is its whole process tree.",
                        strips.cost(),
                        List.of(),
                        List.of()),
                new Chapter("seconds", "Second by second", "", plots.seconds(), List.of(), List.of()));
    }

    private static List<Chapter> tables(RunDocument document, Report report, Palette palette) {
        return List.of(
                document.cells().isEmpty()
                        ? Chapter.of("ledger", "Ledger", List.of())
                        : Chapter.of("ledger", "Ledger", BlockView.of(ledger(document, report), palette)),
                new Chapter(
                        "series",
                        "Other series",
                        "",
                        List.of(),
                        List.of(),
                        OTHER_SERIES.stream()
                                .flatMap(series -> folded(series, document, report, palette))
                                .toList()));
    }

    private static Section ledger(RunDocument document, Report report) {
        return new Section(
                "Ledger", List.of(CellFigures.LEDGER.how(), report.figures(CellFigures.LEDGER, document.cells())));
    }

    private static Stream<Chapter.Folded> folded(
            CellFigures series, RunDocument document, Report report, Palette palette) {
        List<CellRecord> cells = document.cells().stream().filter(series::isOf).toList();
        return cells.isEmpty()
                ? Stream.empty()
                : Stream.of(new Chapter.Folded(
                        series.title(),
                        BlockView.spans(series.how()),
                        TableView.of(series.title(), report.figures(series, cells), palette)));
    }

    private static List<Chapter> words(Report report, Palette palette) {
        List<Chapter> chapters = new ArrayList<>();
        Section reasons = report.reasons();
        chapters.add(Chapter.of("reasons", "Why not VALID", BlockView.linked(reasons, "reason", palette)));
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("settings", report.settings());
        sections.put("walkthrough", report.walkthrough());
        sections.put("claims", report.claims());
        sections.put("not-offered", report.notOffered());
        sections.put("not-measured", report.notMeasured());
        sections.put("environment", report.environment());
        sections.put("threats", report.threats());
        sections.put("repeat", report.repeat());
        sections.put("words", report.words());
        sections.forEach(
                (id, section) -> chapters.add(Chapter.of(id, section.title(), BlockView.of(section, palette))));
        return chapters;
    }

    private static Page page(
            RunDocument document, Report report, Palette palette, PlotFigures plots, List<Chapter> chapters) {
        String style = Assets.style();
        String library = Assets.library();
        String script = Assets.script();
        return new Page(
                ContentPolicy.of(List.of(library, script), style),
                style,
                library,
                script,
                EmbeddedJson.of(new Drawn(palette.looks(), plots.plots())),
                report.title(),
                facts(document),
                VerdictMark.of(report.worst().map(Verdict::name).orElse("")),
                Stream.of(Verdict.values())
                        .map(verdict -> new Page.Count(report.count(verdict), VerdictMark.of(verdict.name())))
                        .filter(count -> report.worst().isPresent())
                        .toList(),
                BlockView.spans(document.cells().isEmpty() ? report.verdict() : report.missing()),
                document.cells().isEmpty() ? List.of() : BlockView.spans(report.howToRead()),
                report.answers().stream().map(HtmlReport::answer).toList(),
                chapters);
    }

    /** What the script reads. */
    private record Drawn(List<Palette.Look> buses, Map<String, Plot> plots) {}

    private static Page.AnswerView answer(Answer answer) {
        int notShown = answer.notShown().size();
        return new Page.AnswerView(
                BlockView.spans(answer.work()),
                answer.shown().stream().map(BlockView::spans).toList(),
                notShown == 0
                        ? ""
                        : notShown == 1
                                ? "1 comparison shows no difference"
                                : notShown + " comparisons show no difference",
                answer.notShown().stream().map(BlockView::spans).toList());
    }

    /** What tells this run from others at a glance. */
    private static List<String> facts(RunDocument document) {
        EnvironmentRecord machine = document.environment();
        List<String> facts = new ArrayList<>();
        facts.add(document.startedAt().toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC"));
        if (machine.cpuModel() != null) {
            facts.add(machine.cpuModel() + (machine.cores() == null ? "" : ", " + machine.cores() + " processors"));
        }
        if (machine.operatingSystem() != null) {
            facts.add(machine.operatingSystem());
        }
        facts.add("Busmark " + document.harness().version());
        return facts;
    }
}
