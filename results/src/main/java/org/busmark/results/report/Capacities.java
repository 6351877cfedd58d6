package org.busmark.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.report.Table.Column;
import org.busmark.results.report.Table.Role;
import org.jspecify.annotations.Nullable;

/** The highest rates that were found to be sustained: sentences, and a table. */
final class Capacities {
    static final String HOW = "The highest offered rate that one search found at which the backlog does not grow and"
            + " response p99 meets the workload's objective. Each probe is one run; run.json has them all.";

    /** Above it a queue builds up, and what is answered there says more about the queue than about the bus. */
    private static final double CALM_SHARE = 0.9;

    private final RunDocument document;
    private final BusNames names;

    Capacities(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
    }

    /** One answer for each work whose capacity was searched for. */
    List<Answer> answers() {
        return CapacityWork.of(document).stream().map(this::answer).toList();
    }

    /** A row for each bus and work; without rows where nothing was searched for. */
    Table table() {
        List<Column> columns = List.of(
                new Column("bus", Role.BUS),
                new Column("workload", Role.TEXT),
                new Column("guarantee", Role.TEXT),
                new Column("size", Role.TEXT),
                new Column("response p99 within", Role.NUMBER),
                new Column("capacity, msg/s", Role.NUMBER),
                new Column("probes", Role.NUMBER),
                new Column("sustained", Role.NUMBER),
                new Column("note", Role.TEXT));
        return Table.of(columns, document.capacities().stream().map(this::row).toList());
    }

    private List<String> row(CapacityRecord capacity) {
        return List.of(
                names.of(capacity.bus()),
                capacity.workload(),
                capacity.guarantee().name(),
                Figures.size(capacity.messageBytes()),
                Unit.MICROSECONDS.format(capacity.objectiveUs()),
                capacity.perSecond() == null ? "-" : Unit.PER_SECOND.format(capacity.perSecond()),
                String.valueOf(capacity.probes().size()),
                String.valueOf(capacity.probes().stream()
                        .filter(CapacityRecord.Probe::sustained)
                        .count()),
                Objects.requireNonNullElse(capacity.reason(), "-"));
    }

    private Answer answer(CapacityWork work) {
        List<Prose> sentences = new ArrayList<>();
        List<CapacityRecord> found = work.capacities().stream()
                .filter(capacity -> capacity.perSecond() != null)
                .sorted(Comparator.comparingDouble(Capacities::rate).reversed())
                .toList();
        if (!found.isEmpty()) {
            sentences.add(sustained(found));
        }
        work.capacities().stream()
                .flatMap(capacity -> reservation(capacity).stream())
                .forEach(sentences::add);
        found.stream().flatMap(capacity -> upToIt(capacity).stream()).forEach(sentences::add);
        return new Answer(Prose.of(work.title() + ":"), sentences, List.of());
    }

    /** Not a claim of a difference: one search has no interval. */
    private Prose sustained(List<CapacityRecord> descending) {
        CapacityRecord best = descending.get(0);
        String others = descending.stream()
                .skip(1)
                .map(other -> Figures.ratio(rate(best) / rate(other)) + "x what " + names.of(other.bus()) + " does ("
                        + perSecond(other) + ")")
                .collect(Collectors.joining(" and "));
        return Prose.strong(names.of(best.bus()) + " sustains " + perSecond(best) + " msg/s")
                .and((others.isEmpty() ? "" : ", " + others) + "; one search each, so there is no interval.");
    }

    private List<Prose> reservation(CapacityRecord capacity) {
        String reason = capacity.reason();
        if (reason == null) {
            return List.of();
        }
        String what = capacity.perSecond() == null ? ": no rate was sustained: " : ": ";
        return List.of(Prose.of(names.of(capacity.bus()) + what + reason + "."));
    }

    private List<Prose> upToIt(CapacityRecord capacity) {
        List<CellRecord> calm = capacity.sweep().stream()
                .filter(point -> point.share() <= CALM_SHARE)
                .flatMap(point -> document.cell(point.cellId()).stream())
                .filter(cell -> cell.verdict() != Verdict.INVALID)
                .toList();
        String p50 = range(calm.stream().map(CellRecord::response).map(Capacities::p50));
        String p99 = range(calm.stream().map(CellRecord::response).map(Capacities::p99));
        if (p50.isEmpty()) {
            return List.of();
        }
        long degraded =
                calm.stream().filter(cell -> cell.verdict() == Verdict.DEGRADED).count();
        return List.of(Prose.of(String.format(
                Locale.ROOT,
                "Up to %.0f %% of that %s answers in %s at the median%s%s.",
                100 * CALM_SHARE,
                names.of(capacity.bus()),
                p50,
                p99.isEmpty() ? "" : ", in " + p99 + " at p99",
                degraded == 0 ? "" : " (" + degraded + " of " + calm.size() + " cells DEGRADED)")));
    }

    private static String range(Stream<? extends @Nullable Double> figures) {
        double[] ascending = figures.filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (ascending.length == 0) {
            return "";
        }
        String low = Unit.MICROSECONDS.format(ascending[0]);
        String high = Unit.MICROSECONDS.format(ascending[ascending.length - 1]);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static @Nullable Double p50(@Nullable SeriesRecord series) {
        return series == null ? null : series.p50Us();
    }

    private static @Nullable Double p99(@Nullable SeriesRecord series) {
        return series == null ? null : series.p99Us();
    }

    private static String perSecond(CapacityRecord capacity) {
        return Unit.PER_SECOND.format(rate(capacity));
    }

    private static double rate(CapacityRecord capacity) {
        return Objects.requireNonNull(capacity.perSecond());
    }
}
