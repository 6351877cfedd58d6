package org.busmark.results.report.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.Answer;
import org.busmark.results.report.Report;

/**
 * {@code report.html}, whole. The same document and histograms give the same bytes.
 *
 * @param text UTF-8 when it is written
 * @param problems one line for each histogram log that was missing or not whole; its curve is left out, and the page says
 *     so
 */
public record HtmlReport(String text, List<String> problems) {
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
        List<Chapter> chapters = new Chapters(document, report, palette).of(plots);
        Page page = page(document, report, palette, plots, chapters);
        return new HtmlReport(Assets.template().execute(page), times.problems());
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
