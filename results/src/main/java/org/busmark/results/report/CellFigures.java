package org.busmark.results.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.SeriesKind;

/** The tables with a row for each cell, declared once for all formats. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
public enum CellFigures {
    THROUGHPUT(
            "Throughput",
            "Closed loop: messages a second, end to end.",
            cell -> cell.load() == Load.CLOSED_LOOP,
            columns -> withRuns(columns.metrics(List.of(Metric.THROUGHPUT)))),
    RESPONSE(
            "Response",
            "Open loop: received less *intended* send time.",
            cell -> cell.load() == Load.OPEN_LOOP,
            columns -> columns.series(SeriesKind.RESPONSE)),
    ROUND_TRIP(
            "Round trip",
            "One message at a time, there and back: service time of the closed loop. Every trip is timed.",
            cell -> cell.load() == Load.ROUND_TRIP,
            columns -> columns.metrics(List.of(Metric.TRIPS)).series(SeriesKind.SERVICE)),
    LEDGER(
            "Ledger",
            "Every message of every run, warm-up included.",
            cell -> true,
            columns -> columns.metrics(Metric.LEDGER).metricsUnlessZero(Metric.LEDGER_DEFECTS)),
    COST(
            "Cost",
            "Per million messages (M). Pacing is what the client spun only to send on time; it is not in the client's"
                    + " figure. The broker's is its whole process tree.",
            cell -> cell.cost() != null,
            columns -> columns.metrics(Metric.COST)),
    SERVICE_CLOSED_LOOP(
            "Service, closed loop",
            "Received less actual send time: in the closed loop the length of the queue.",
            SeriesKind.SERVICE,
            cell -> cell.load() == Load.CLOSED_LOOP),
    SERVICE_OPEN_LOOP(
            "Service, open loop",
            "Received less actual send time.",
            SeriesKind.SERVICE,
            cell -> cell.load() == Load.OPEN_LOOP),
    ACK("Ack", "Acknowledged less intended send time.", SeriesKind.ACK, cell -> true),
    PACING_LAG(
            "Pacing lag",
            "Actual less intended send time, whatever the reason: an earlier send that took long, or the pacer.",
            SeriesKind.PACING_LAG,
            cell -> true),
    BLOCKED("Blocked", "Time inside send.", SeriesKind.BLOCKED, cell -> true),
    PACER_ERROR(
            "Pacer's error",
            "The part of the pacing lag that no earlier send explains: the instrument's own.",
            SeriesKind.PACER_ERROR,
            cell -> true),
    JITTER(
            "Jitter",
            "How late the machine let a thread run that slept until each millisecond (each ten outside the open loop)."
                    + " The verdict speaks for p50, p90 and p99; a figure further out that is not well above the"
                    + " jitter's may be the machine's.",
            SeriesKind.JITTER,
            cell -> true);

    private final String title;
    private final String how;
    private final Predicate<CellRecord> which;
    private final UnaryOperator<CellTable> columns;
    private final boolean sampledInClosedLoops;

    CellFigures(String title, String how, Predicate<CellRecord> which, UnaryOperator<CellTable> columns) {
        this.title = title;
        this.how = how;
        this.which = which;
        this.columns = columns;
        this.sampledInClosedLoops = false;
    }

    CellFigures(String title, String how, SeriesKind kind, Predicate<CellRecord> which) {
        this.title = title;
        this.how = how;
        this.which = which.and(cell -> cell.series(kind) != null);
        this.columns = table -> table.series(kind);
        this.sampledInClosedLoops = kind != SeriesKind.PACER_ERROR && kind != SeriesKind.JITTER;
    }

    public String title() {
        return title;
    }

    /** What the figures are, for the line above them. */
    public Prose how() {
        return Prose.marked(how);
    }

    /** Whether the cell has such figures. */
    public boolean isOf(CellRecord cell) {
        return which.test(cell);
    }

    /** What must be said under the table of these cells; without words where nothing must. */
    public Prose below(List<CellRecord> cells) {
        boolean sampled = sampledInClosedLoops && cells.stream().anyMatch(cell -> cell.load() == Load.CLOSED_LOOP);
        return Prose.of(sampled ? "In a closed loop 1 in 64 messages is timed; a round trip is timed always." : "");
    }

    Table table(CellTable identity, List<CellRecord> cells) {
        return columns.apply(identity).of(cells);
    }

    private static CellTable withRuns(CellTable table) {
        return table.number("runs", cell -> String.valueOf(cell.throughput().runs()));
    }
}
