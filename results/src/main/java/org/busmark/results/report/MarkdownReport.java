package org.busmark.results.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;

/** {@code report.md}: verdict and answer first, then the tables that stand behind them. */
public final class MarkdownReport {
    private final RunDocument document;
    private final BusNames names;
    private final Footnotes footnotes;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
        this.footnotes = new Footnotes(document.cells());
    }

    /** The whole file. */
    public static String of(RunDocument document) {
        MarkdownReport report = new MarkdownReport(document);
        report.head();
        report.walkthroughs();
        report.figures();
        report.circumstances();
        report.repeat();
        return report.text.toString();
    }

    private void head() {
        text.append("# Busmark: ").append(MarkdownText.escape(suite())).append("\n\n");
        text.append(verdict()).append("\n\n");
        text.append(new Answers(document, footnotes).markdown());
        section("Reasons", footnotes.markdown());
    }

    private String suite() {
        return Objects.requireNonNullElse(document.suite(), document.runId());
    }

    private String verdict() {
        List<Verdict> verdicts =
                document.cells().stream().map(CellRecord::verdict).toList();
        String counts = List.of(Verdict.values()).stream()
                .map(verdict -> verdicts.stream().filter(verdict::equals).count() + " " + verdict)
                .collect(Collectors.joining(", "));
        return "**Verdict: " + Verdict.worst(verdicts) + ".** Cells: " + counts
                + ". Ratios and figures stand with their 95 % interval over rounds; a difference is claimed only where it"
                + " shows after Holm's correction over the "
                + document.comparisons().size() + " comparisons." + notMeasured();
    }

    private String notMeasured() {
        String missing = document.buses().stream()
                .filter(bus -> bus.notMeasured() != null)
                .map(bus -> MarkdownText.escape(bus.displayName()))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : " **Not measured: " + missing + "** (why and what mends it stands below).";
    }

    private void walkthroughs() {
        if (!document.walkthroughs().isEmpty()) {
            section("Walkthrough", WalkthroughTable.of(document).markdown() + WalkthroughTable.steps(document));
        }
    }

    private void figures() {
        table(
                "Throughput",
                "Closed loop: messages a second, end to end.",
                cells().metrics(List.of(Metric.THROUGHPUT))
                        .number("runs", cell -> String.valueOf(cell.throughput().runs())),
                cell -> cell.load() == Load.CLOSED_LOOP);
        table(
                "Response",
                "Open loop: received less *intended* send time.",
                cells().metrics(Metric.series(SeriesKind.RESPONSE)),
                cell -> cell.load() == Load.OPEN_LOOP);
        table(
                "Round trip",
                "One message at a time: service time of the closed loop.",
                cells().metrics(Metric.series(SeriesKind.SERVICE)),
                cell -> cell.load() == Load.ROUND_TRIP);
        table("Ledger", "Every message of every run, warm-up included.", cells().metrics(Metric.LEDGER), cell -> true);
        table(
                "Cost",
                "Per million messages (M). Pacing is what the client spun only to send on time; it is not in the client's figure. The"
                        + " broker's is its whole process tree.",
                cells().metrics(Metric.COST),
                cell -> cell.cost() != null);
        otherSeries();
    }

    private void otherSeries() {
        table(
                "Service, closed loop",
                "Received less actual send time: in the closed loop the length of the queue.",
                cells().metrics(Metric.series(SeriesKind.SERVICE)),
                cell -> cell.service() != null && cell.load() == Load.CLOSED_LOOP);
        table(
                "Service, open loop",
                "Received less actual send time.",
                cells().metrics(Metric.series(SeriesKind.SERVICE)),
                cell -> cell.service() != null && cell.load() == Load.OPEN_LOOP);
        table(
                "Ack",
                "Acknowledged less intended send time.",
                cells().metrics(Metric.series(SeriesKind.ACK)),
                cell -> cell.ack() != null);
        table(
                "Pacing lag",
                "Actual less intended send time, whatever the reason: an earlier send that took long, or the pacer.",
                cells().metrics(Metric.series(SeriesKind.PACING_LAG)),
                cell -> cell.pacingLag() != null);
        table(
                "Blocked",
                "Time inside send.",
                cells().metrics(Metric.series(SeriesKind.BLOCKED)),
                cell -> cell.blocked() != null);
        table(
                "Pacer's error",
                "The part of the pacing lag that no earlier send explains: the instrument's own.",
                cells().metrics(Metric.series(SeriesKind.PACER_ERROR)),
                cell -> cell.pacerError() != null);
        table(
                "Jitter",
                "How late the machine let a thread run that slept until each millisecond. The verdict speaks for p50, p90 and"
                        + " p99; a figure further out that is not well above the jitter's may be the machine's.",
                cells().metrics(Metric.series(SeriesKind.JITTER)),
                cell -> cell.jitter() != null);
    }

    private void circumstances() {
        SettingsTables settings = new SettingsTables(document);
        section("Settings side by side", markdown(settings.guarantees()) + markdown(settings.inEffect()));
        section("Not offered", NotThere.notOffered(document).collect(Collectors.joining()));
        section("Not measured", NotThere.notMeasured(document).collect(Collectors.joining()));
        section("Environment", markdown(EnvironmentTable.buses(document)) + markdown(EnvironmentTable.of(document)));
        section(
                "Threats to validity",
                Threats.of(document).stream()
                        .map(threat -> "- " + MarkdownText.escape(threat) + "\n")
                        .collect(Collectors.joining()));
    }

    private void repeat() {
        String command = ShellWords.join(document.harness().command());
        section("To repeat it", command.isEmpty() ? "" : "    " + command + "\n");
    }

    private CellTable cells() {
        return new CellTable(names, footnotes);
    }

    private void table(String title, String how, CellTable columns, Predicate<CellRecord> which) {
        List<CellRecord> shown = document.cells().stream().filter(which).toList();
        section(title, shown.isEmpty() ? "" : how + "\n\n" + columns.of(shown).markdown());
    }

    private static String markdown(Table table) {
        return table.rows().isEmpty() ? "" : table.markdown() + "\n";
    }

    private void section(String title, String body) {
        if (!body.isEmpty()) {
            text.append("\n## ")
                    .append(title)
                    .append("\n\n")
                    .append(body.stripTrailing())
                    .append('\n');
        }
    }
}
