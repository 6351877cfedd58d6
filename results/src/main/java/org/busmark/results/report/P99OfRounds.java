package org.busmark.results.report;

import java.util.Objects;
import java.util.Optional;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.statistics.Median;
import org.jspecify.annotations.Nullable;

/**
 * The p99 that each run had for itself. The p99 of the added histograms is another estimator: one bad round of three
 * makes it its own.
 *
 * @param medianUs of the rounds
 * @param text with the smallest and the largest of 2 to 4 rounds, {@code 7.57 ms (6.52..49.1)}, or the 95 % interval of 5
 *     and more, {@code 7.57 ms [6.52, 9.10]}: Student's interval of so few skewed figures spans decades and says nothing
 */
record P99OfRounds(double medianUs, String text) {
    private static final int ENOUGH_FOR_AN_INTERVAL = 5;

    /** Empty when no run has the figure, or the cell may not show one. */
    static Optional<P99OfRounds> of(CellRecord cell, SeriesKind kind) {
        if (cell.verdict() == Verdict.INVALID) {
            return Optional.empty();
        }
        double[] rounds = cell.runs().stream()
                .map(run -> run.series(kind))
                .filter(Objects::nonNull)
                .map(SeriesRecord::p99Us)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (rounds.length == 0) {
            return Optional.empty();
        }
        double median = Median.of(rounds);
        return Optional.of(new P99OfRounds(median, text(median, rounds, cell.series(kind))));
    }

    private static String text(double median, double[] ascending, @Nullable SeriesRecord merged) {
        if (ascending.length == 1) {
            return Unit.MICROSECONDS.format(median);
        }
        Double low = merged == null ? null : merged.p99LowUs();
        Double high = merged == null ? null : merged.p99HighUs();
        return ascending.length >= ENOUGH_FOR_AN_INTERVAL && low != null && high != null
                ? Unit.MICROSECONDS.format(new Reading(median, low, high))
                : Unit.MICROSECONDS.range(median, ascending[0], ascending[ascending.length - 1]);
    }
}
