package org.busmark.results.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;

/** The table for the terminal: aligned, and Markdown that can be pasted. ASCII as far as names are. */
public final class TextTable {
    private static final Map<SeriesKind, Map<String, Metric>> SERIES = Map.of(
            SeriesKind.RESPONSE, byHeading(SeriesKind.RESPONSE),
            SeriesKind.SERVICE, byHeading(SeriesKind.SERVICE));

    private TextTable() {}

    /** All cells, the walkthroughs, then the reasons of those that are not VALID, then what was not measured. Ends with a line end. */
    public static String of(RunDocument document) {
        Footnotes footnotes = new Footnotes(document);
        Table table = new CellTable(new BusNames(document), footnotes, Spread.BESIDE_P99)
                .metrics(List.of(Metric.THROUGHPUT))
                .text("time", TextTable::seriesName)
                .number("p50", cell -> percentile(cell, "p50"))
                .number("p99", cell -> percentile(cell, "p99"))
                .number("p99.9", cell -> percentile(cell, "p99.9"))
                .metrics(Metric.LEDGER.stream()
                        .filter(metric -> List.of("ok", "lost", "dup").contains(metric.heading()))
                        .toList())
                .of(document.cells());
        StringBuilder text = new StringBuilder();
        if (!document.cells().isEmpty()) {
            // A terminal without UTF-8 has no micro sign.
            text.append(table.markdown().replace(" \u00b5s ", " us "));
        }
        if (!document.walkthroughs().isEmpty()) {
            paragraph(text, WalkthroughTable.of(document).markdown());
        }
        paragraph(text, footnotes.bullets().markdown());
        paragraph(
                text,
                Bullets.of(Stream.concat(NotThere.notMeasured(document), NotThere.notOffered(document)))
                        .markdown());
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        if (!paragraph.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(paragraph);
        }
    }

    private static SeriesKind shown(CellRecord cell) {
        return cell.response() != null ? SeriesKind.RESPONSE : SeriesKind.SERVICE;
    }

    private static String seriesName(CellRecord cell) {
        if (cell.verdict() == Verdict.INVALID || cell.series(shown(cell)) == null) {
            return "-";
        }
        return shown(cell) == SeriesKind.RESPONSE ? "response" : "service";
    }

    private static String percentile(CellRecord cell, String heading) {
        Map<String, Metric> metrics = SERIES.getOrDefault(shown(cell), Map.of());
        Metric metric = metrics.get(heading);
        Reading reading = metric == null ? null : metric.reading(cell);
        return metric == null || reading == null ? "-" : metric.unit().format(reading.value());
    }

    private static Map<String, Metric> byHeading(SeriesKind kind) {
        return Metric.series(kind).stream().collect(Collectors.toMap(Metric::heading, Function.identity()));
    }
}
