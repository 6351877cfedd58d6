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
    private static final String SAMPLED = "In a closed loop 1 in 64 messages is timed; a round trip is timed always.\n";

    private final RunDocument document;
    private final BusNames names;
    private final Footnotes footnotes;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
        this.footnotes = new Footnotes(document);
    }

    /** The whole file. */
    public static String of(RunDocument document) {
        MarkdownReport report = new MarkdownReport(document);
        report.head();
        report.walkthroughs();
        report.figures();
        report.circumstances();
        report.repeat();
        report.section("Words", Legend.MARKDOWN);
        return report.text.toString();
    }

    private void head() {
        text.append("# Busmark: ").append(MarkdownText.escape(suite())).append("\n");
        if (document.cells().isEmpty()) {
            text.append(withoutCells());
            return;
        }
        text.append("\n").append(verdict()).append("\n\n");
        text.append(howToRead()).append("\n\n");
        text.append(new Answers(document, footnotes).markdown());
        section("Reasons", footnotes.markdownWithDisturbances());
    }

    /** A walkthrough measures nothing that could have a verdict. */
    private String withoutCells() {
        String nothing = document.walkthroughs().isEmpty() ? "**Nothing was measured.**" : "";
        String line = (nothing + notMeasured()).strip();
        return line.isEmpty() ? "" : "\n" + line + "\n";
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
        return "**Verdict: " + Verdict.worst(verdicts) + ".** Cells: " + counts + "." + notMeasured();
    }

    private String howToRead() {
        long corrected = Answers.correctedFor(document);
        String interval =
                "In brackets stands the 95 % interval over rounds, of that one figure or ratio by itself. A ratio is the"
                        + " geometric mean of the rounds' ratios, not the quotient of the two figures beside it.";
        return corrected == 0
                ? interval
                : interval + " A difference is claimed only where it still shows after Holm's correction for all "
                        + corrected + " comparisons" + noiseFloor()
                        + "; that asks for more than an interval without 1.";
    }

    /** Older files have none. */
    private String noiseFloor() {
        boolean judged = document.comparisons().stream().anyMatch(comparison -> comparison.noiseFloor() != null);
        return judged
                ? ", and is larger than what either cell shows against itself from one run to the next (its noise floor)"
                : "";
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
                cells().series(SeriesKind.RESPONSE),
                cell -> cell.load() == Load.OPEN_LOOP);
        table(
                "Round trip",
                "One message at a time, there and back: service time of the closed loop. Every trip is timed.",
                cells().metrics(List.of(Metric.TRIPS)).series(SeriesKind.SERVICE),
                cell -> cell.load() == Load.ROUND_TRIP);
        table(
                "Ledger",
                "Every message of every run, warm-up included.",
                cells().metrics(Metric.LEDGER).metricsUnlessZero(Metric.LEDGER_DEFECTS),
                cell -> true);
        table(
                "Cost",
                "Per million messages (M). Pacing is what the client spun only to send on time; it is not in the client's figure. The"
                        + " broker's is its whole process tree.",
                cells().metrics(Metric.COST),
                cell -> cell.cost() != null);
        otherSeries();
    }

    private void otherSeries() {
        times(
                "Service, closed loop",
                "Received less actual send time: in the closed loop the length of the queue.",
                SeriesKind.SERVICE,
                cell -> cell.load() == Load.CLOSED_LOOP);
        times(
                "Service, open loop",
                "Received less actual send time.",
                SeriesKind.SERVICE,
                cell -> cell.load() == Load.OPEN_LOOP);
        times("Ack", "Acknowledged less intended send time.", SeriesKind.ACK, cell -> true);
        times(
                "Pacing lag",
                "Actual less intended send time, whatever the reason: an earlier send that took long, or the pacer.",
                SeriesKind.PACING_LAG,
                cell -> true);
        times("Blocked", "Time inside send.", SeriesKind.BLOCKED, cell -> true);
        table(
                "Pacer's error",
                "The part of the pacing lag that no earlier send explains: the instrument's own.",
                cells().series(SeriesKind.PACER_ERROR),
                cell -> cell.pacerError() != null);
        table(
                "Jitter",
                "How late the machine let a thread run that slept until each millisecond (each ten outside the open loop). The verdict speaks for p50, p90 and"
                        + " p99; a figure further out that is not well above the jitter's may be the machine's.",
                cells().series(SeriesKind.JITTER),
                cell -> cell.jitter() != null);
    }

    private void circumstances() {
        section("Settings side by side", new Settings(document).markdown());
        section("Not offered", NotThere.notOffered(document).collect(Collectors.joining()));
        section("Not measured", NotThere.notMeasured(document).collect(Collectors.joining()));
        section(
                "Environment",
                markdown(EnvironmentTable.buses(document))
                        + EnvironmentTable.brokers(document)
                        + markdown(EnvironmentTable.of(document)));
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

    /** Of a closed loop the times are samples, which is said under the table. */
    private void times(String title, String how, SeriesKind kind, Predicate<CellRecord> which) {
        Predicate<CellRecord> has = cell -> cell.series(kind) != null && which.test(cell);
        boolean sampled = document.cells().stream().anyMatch(has.and(cell -> cell.load() == Load.CLOSED_LOOP));
        table(title, how, cells().series(kind), sampled ? "\n" + SAMPLED : "", has);
    }

    private void table(String title, String how, CellTable columns, Predicate<CellRecord> which) {
        table(title, how, columns, "", which);
    }

    private void table(String title, String how, CellTable columns, String below, Predicate<CellRecord> which) {
        List<CellRecord> shown = document.cells().stream().filter(which).toList();
        section(title, shown.isEmpty() ? "" : how + "\n\n" + columns.of(shown).markdown() + below);
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
