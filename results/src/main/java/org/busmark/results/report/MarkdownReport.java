package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;

/** {@code report.md}: verdict and answer first, then the tables that stand behind them. */
public final class MarkdownReport {
    private final RunDocument document;
    private final Report report;
    private final Sweeps sweeps;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(RunDocument document) {
        this.document = document;
        this.report = new Report(document);
        this.sweeps = new Sweeps(document);
    }

    /** The whole file. */
    public static String of(RunDocument document) {
        MarkdownReport markdown = new MarkdownReport(document);
        markdown.head();
        markdown.sections().forEach(markdown::section);
        return markdown.text.toString();
    }

    private void head() {
        text.append("# Busmark: ").append(MarkdownText.escape(report.title())).append("\n");
        Prose verdict = report.verdict();
        if (!verdict.isEmpty()) {
            text.append("\n").append(verdict.markdown());
        }
        if (!document.cells().isEmpty()) {
            text.append("\n").append(report.howToRead().markdown()).append("\n");
            text.append(
                    new Bullets(report.answers().stream().map(Answer::bullet).toList()).markdown());
        }
    }

    private Stream<Section> sections() {
        return Stream.of(
                        Stream.of(report.reasons(), report.walkthrough()),
                        Stream.of(
                                figures(CellFigures.THROUGHPUT),
                                figures(CellFigures.RESPONSE),
                                figures(CellFigures.ROUND_TRIP),
                                report.capacity(),
                                report.load(),
                                figures(CellFigures.LEDGER),
                                figures(CellFigures.COST)),
                        otherSeries(),
                        Stream.of(
                                report.claims(),
                                report.workloads(),
                                report.settings(),
                                report.notOffered(),
                                report.notMeasured(),
                                report.environment(),
                                report.threats(),
                                report.repeat(),
                                report.words()))
                .flatMap(sections -> sections);
    }

    private Stream<Section> otherSeries() {
        return Stream.of(
                        CellFigures.SERVICE_CLOSED_LOOP,
                        CellFigures.SERVICE_OPEN_LOOP,
                        CellFigures.ACK,
                        CellFigures.PACING_LAG,
                        CellFigures.BLOCKED,
                        CellFigures.PACER_ERROR,
                        CellFigures.JITTER)
                .map(this::figures);
    }

    /** Points of a sweep have their own table of responses. */
    private Section figures(CellFigures figures) {
        List<CellRecord> cells = document.cells().stream()
                .filter(figures::isOf)
                .filter(cell -> figures != CellFigures.RESPONSE || !sweeps.isOnlyThere(cell))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!cells.isEmpty()) {
            blocks.add(figures.how());
            blocks.add(figures.table(report.identity(Spread.BESIDE_P99), cells));
            if (!figures.below(cells).isEmpty()) {
                blocks.add(figures.below(cells));
            }
        }
        return new Section(figures.title(), blocks);
    }

    private void section(Section section) {
        if (!section.isEmpty()) {
            text.append("\n## ")
                    .append(MarkdownText.escape(section.title()))
                    .append("\n\n")
                    .append(section.blocks().stream().map(Block::markdown).collect(Collectors.joining("\n")));
        }
    }
}
