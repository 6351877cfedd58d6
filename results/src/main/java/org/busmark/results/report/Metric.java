package org.busmark.results.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.record.Throughput;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a cell, declared once for all formats.
 *
 * @param id where it stands in {@code run.json}'s cell
 * @param heading of a column
 * @param shownWhenInvalid counts of the ledger are evidence and stay; measurements do not
 * @param intervalIds where the interval's ends stand; empty where there is none
 * @param intervalBeside whether the interval is of the same estimator as the figure, so that it may stand beside it
 * @param from the cell; null when it was not measured
 * @param fromRun the same of one run; null when it was not measured or a run by itself has no such figure
 */
record Metric(
        String id,
        String heading,
        Unit unit,
        boolean shownWhenInvalid,
        List<String> intervalIds,
        boolean intervalBeside,
        Function<CellRecord, @Nullable Reading> from,
        Function<RunRecord, @Nullable Double> fromRun) {
    static final Metric THROUGHPUT = new Metric(
            "throughput.medianPerSecond",
            "msg/s [95 %]",
            Unit.PER_SECOND,
            false,
            List.of("throughput.lowPerSecond", "throughput.highPerSecond"),
            true,
            cell -> {
                Throughput throughput = cell.throughput();
                Double median = throughput.medianPerSecond();
                return median == null
                        ? null
                        : new Reading(median, throughput.lowPerSecond(), throughput.highPerSecond());
            },
            RunRecord::throughputPerSecond);

    /** The same figure of a round trip, where a message is a trip. */
    static final Metric TRIPS = new Metric(
            THROUGHPUT.id,
            "trips/s [95 %]",
            THROUGHPUT.unit,
            THROUGHPUT.shownWhenInvalid,
            THROUGHPUT.intervalIds,
            THROUGHPUT.intervalBeside,
            THROUGHPUT.from,
            THROUGHPUT.fromRun);

    static final List<Metric> LEDGER = List.of(
            counted("scheduled", "scheduled", LedgerRecord::scheduled),
            counted("attempted", "attempted", LedgerRecord::attempted),
            counted("acknowledged", "acknowledged", LedgerRecord::acknowledged),
            counted("delivered", "delivered", LedgerRecord::delivered),
            counted("ok", "ok", LedgerRecord::ok),
            counted("lost", "lost", LedgerRecord::lost),
            counted("duplicated", "dup", LedgerRecord::duplicated),
            counted("illegalDuplicates", "illegal dup", LedgerRecord::illegalDuplicates),
            counted("redelivered", "redelivered", LedgerRecord::redelivered),
            counted("recovered", "recovered", LedgerRecord::recovered),
            counted("outOfOrder", "out of order", LedgerRecord::outOfOrder),
            counted("corrupted", "corrupted", LedgerRecord::corrupted),
            counted("unexpected", "unexpected", LedgerRecord::unexpected),
            counted("rejected", "rejected", LedgerRecord::rejected),
            counted("unknown", "unknown", LedgerRecord::unknown));

    /** What an adapter that keeps its contract never leaves. */
    static final List<Metric> LEDGER_DEFECTS = List.of(
            counted("withoutOutcome", "without outcome", LedgerRecord::withoutOutcome),
            counted("surplusOutcomes", "surplus outcomes", LedgerRecord::surplusOutcomes));

    static final Metric CLIENT_CPU =
            cpu("clientCpuSecondsPerMillion", "client CPU / M", CostRecord::clientCpuSecondsPerMillion);

    /** Spent spinning, only to send on time. */
    static final Metric PACING_CPU =
            cpu("pacingCpuSecondsPerMillion", "pacing CPU / M", CostRecord::pacingCpuSecondsPerMillion);

    static final Metric BROKER_CPU =
            cpu("brokerCpuSecondsPerMillion", "broker CPU / M", CostRecord::brokerCpuSecondsPerMillion);

    static final List<Metric> COST = List.of(
            CLIENT_CPU,
            PACING_CPU,
            BROKER_CPU,
            peak("clientPeakMemoryBytes", "client peak", CostRecord::clientPeakMemoryBytes),
            cost(
                    "brokerWrittenBytesPerMillion",
                    "broker wrote / M",
                    Unit.BYTES,
                    CostRecord::brokerWrittenBytesPerMillion));

    /** Since the broker's start, so that it says nothing of a cell; {@link EnvironmentTable} shows it for the bus. */
    private static final Metric BROKER_PEAK =
            peak("brokerPeakMemoryBytes", "broker peak", CostRecord::brokerPeakMemoryBytes);

    /** All of them, in the order of CSV columns. */
    static final List<Metric> ALL = Stream.of(
                    Stream.of(THROUGHPUT),
                    Stream.of(SeriesKind.values()).flatMap(kind -> series(kind).stream()),
                    LEDGER.stream(),
                    LEDGER_DEFECTS.stream(),
                    COST.stream(),
                    Stream.of(BROKER_PEAK))
            .flatMap(metrics -> metrics)
            .toList();

    /** The figures of one series. */
    static List<Metric> series(SeriesKind kind) {
        return Stream.of(times(kind), outside(kind)).flatMap(List::stream).toList();
    }

    static Metric p50(SeriesKind kind) {
        return of(kind, "p50Us", "p50", SeriesRecord::p50Us);
    }

    /** Percentiles of the added histograms, and how many samples are in these. */
    static List<Metric> times(SeriesKind kind) {
        return List.of(
                p50(kind),
                of(kind, "p90Us", "p90", SeriesRecord::p90Us),
                p99(kind),
                of(kind, "p999Us", "p99.9", SeriesRecord::p999Us),
                of(kind, "p9999Us", "p99.99", SeriesRecord::p9999Us),
                of(kind, "maxUs", "max", SeriesRecord::maxUs),
                sampled(kind, "count", "samples", SeriesRecord::count));
    }

    /** Samples that no histogram holds; none as a rule. */
    static List<Metric> outside(SeriesKind kind) {
        return List.of(
                sampled(kind, "negative", "negative", SeriesRecord::negative),
                sampled(kind, "outOfRange", "out of range", SeriesRecord::outOfRange));
    }

    /** The figure as a person reads it; "-" when it was not measured or may not be shown. */
    String text(CellRecord cell) {
        Reading reading = reading(cell);
        return reading == null ? "-" : intervalBeside ? unit.format(reading) : unit.format(reading.value());
    }

    /** Whether there is a figure to be shown other than 0. */
    boolean isNotZero(CellRecord cell) {
        Reading reading = reading(cell);
        return reading != null && reading.value() != 0;
    }

    /** Null when it was not measured or may not be shown. */
    @Nullable
    Reading reading(CellRecord cell) {
        return cell.verdict() == Verdict.INVALID && !shownWhenInvalid ? null : from.apply(cell);
    }

    static Metric p99(SeriesKind kind) {
        List<String> ends = List.of(name(kind) + ".p99LowUs", name(kind) + ".p99HighUs");
        return new Metric(
                name(kind) + ".p99Us",
                "p99",
                Unit.MICROSECONDS,
                false,
                ends,
                false,
                cell -> {
                    SeriesRecord series = cell.series(kind);
                    Double p99 = series == null ? null : series.p99Us();
                    return series == null || p99 == null
                            ? null
                            : new Reading(p99, series.p99LowUs(), series.p99HighUs());
                },
                run -> ofSeries(run.series(kind), SeriesRecord::p99Us));
    }

    private static Metric of(
            SeriesKind kind, String field, String heading, Function<SeriesRecord, @Nullable Double> figure) {
        return new Metric(
                name(kind) + "." + field,
                heading,
                Unit.MICROSECONDS,
                false,
                List.of(),
                false,
                cell -> Reading.of(ofSeries(cell.series(kind), figure)),
                run -> ofSeries(run.series(kind), figure));
    }

    private static Metric sampled(SeriesKind kind, String field, String heading, Function<SeriesRecord, Long> figure) {
        return new Metric(
                name(kind) + "." + field,
                heading,
                Unit.COUNT,
                false,
                List.of(),
                false,
                cell -> {
                    SeriesRecord series = cell.series(kind);
                    return series == null ? null : Reading.of(figure.apply(series));
                },
                run -> null);
    }

    private static @Nullable Double ofSeries(
            @Nullable SeriesRecord series, Function<SeriesRecord, @Nullable Double> figure) {
        return series == null ? null : figure.apply(series);
    }

    private static Metric counted(String field, String heading, Function<LedgerRecord, Long> count) {
        return new Metric(
                "ledger." + field,
                heading,
                Unit.COUNT,
                true,
                List.of(),
                false,
                cell -> {
                    LedgerRecord ledger = cell.ledger();
                    return ledger == null ? null : Reading.of(count.apply(ledger));
                },
                run -> null);
    }

    private static Metric cpu(String field, String heading, Function<CostRecord, @Nullable Double> figure) {
        return cost(field, heading, Unit.SECONDS, figure);
    }

    private static Metric peak(String field, String heading, Function<CostRecord, @Nullable Long> figure) {
        return cost(field, heading, Unit.BYTES, cost -> {
            Long bytes = figure.apply(cost);
            return bytes == null ? null : Double.valueOf(bytes);
        });
    }

    private static Metric cost(String field, String heading, Unit unit, Function<CostRecord, @Nullable Double> figure) {
        return new Metric(
                "cost." + field,
                heading,
                unit,
                false,
                List.of(),
                false,
                cell -> Reading.of(ofCost(cell.cost(), figure)),
                run -> ofCost(run.cost(), figure));
    }

    private static @Nullable Double ofCost(@Nullable CostRecord cost, Function<CostRecord, @Nullable Double> figure) {
        return cost == null ? null : figure.apply(cost);
    }

    private static String name(SeriesKind kind) {
        return switch (kind) {
            case PACING_LAG -> "pacingLag";
            case PACER_ERROR -> "pacerError";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
