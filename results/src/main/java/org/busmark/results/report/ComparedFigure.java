package org.busmark.results.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.SeriesKind;

/**
 * What a comparison is about, in words, with the figures of both sides.
 *
 * @param name as the tables call it
 * @param metric empty for one of another version, of which the figures are not known
 */
record ComparedFigure(String name, Optional<ComparedMetric> metric) {
    static ComparedFigure of(String id) {
        Optional<ComparedMetric> metric = Stream.of(ComparedMetric.values())
                .filter(known -> known.id().equals(id))
                .findFirst();
        return new ComparedFigure(
                metric.map(ComparedFigure::name)
                        .orElseGet(() -> id.replace(".", " ").replace("Us", "")),
                metric);
    }

    boolean moreIsBetter() {
        return metric.map(ComparedMetric::moreIsBetter).orElse(false);
    }

    /** {@code " 86.1 µs against 3.43 ms"}; nothing where a side has no figure that may be shown. */
    String sides(CellRecord one, CellRecord other) {
        Optional<String> ofOne = metric.flatMap(known -> figure(known, one));
        Optional<String> ofOther = metric.flatMap(known -> figure(known, other));
        if (ofOne.isEmpty() || ofOther.isEmpty()) {
            return "";
        }
        String unit = moreIsBetter() ? " msg/s" : "";
        return " " + ofOne.get() + " against " + ofOther.get() + unit;
    }

    private static String name(ComparedMetric metric) {
        return switch (metric) {
            case THROUGHPUT -> "throughput";
            case RESPONSE_P50 -> "response p50";
            case RESPONSE_P99 -> "response p99 of rounds";
            case SERVICE_P50 -> "service p50";
            case SERVICE_P99 -> "service p99 of rounds";
        };
    }

    private static Optional<String> figure(ComparedMetric metric, CellRecord cell) {
        return switch (metric) {
            case THROUGHPUT ->
                Optional.ofNullable(Metric.THROUGHPUT.reading(cell))
                        .map(reading -> Unit.PER_SECOND.format(reading.value()));
            case RESPONSE_P50 -> p50(SeriesKind.RESPONSE, cell);
            case RESPONSE_P99 -> p99(SeriesKind.RESPONSE, cell);
            case SERVICE_P50 -> p50(SeriesKind.SERVICE, cell);
            case SERVICE_P99 -> p99(SeriesKind.SERVICE, cell);
        };
    }

    private static Optional<String> p50(SeriesKind kind, CellRecord cell) {
        return Optional.ofNullable(Metric.p50(kind).reading(cell))
                .map(reading -> Unit.MICROSECONDS.format(reading.value()) + BatchingDelay.note(cell));
    }

    private static Optional<String> p99(SeriesKind kind, CellRecord cell) {
        return OfRounds.of(Metric.p99(kind), cell)
                .map(rounds -> Unit.MICROSECONDS.format(rounds.median()) + BatchingDelay.note(cell));
    }
}
