package org.busmark.results.report;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.statistics.Estimate;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.Median;
import org.jspecify.annotations.Nullable;

/**
 * A figure that each run had for itself. The p99 of the added histograms is another estimator: one bad round of three
 * makes it its own.
 *
 * @param median of the rounds
 * @param text with the smallest and the largest of 2 to 4 rounds, {@code 7.57 ms (6.52..49.1)}, or the 95 % interval of 5
 *     and more, {@code 7.57 ms [6.52, 9.10]}: Student's interval of so few skewed figures spans decades and says nothing
 * @param ends the same as figures; without ends of one round
 * @param rounds that have the figure
 */
record OfRounds(double median, String text, Reading ends, int rounds) {
    private static final int ENOUGH_FOR_AN_INTERVAL = 5;

    /** Empty when no run has the figure, or the cell may not show one. */
    static Optional<OfRounds> of(Metric metric, CellRecord cell) {
        if (cell.verdict() == Verdict.INVALID) {
            return Optional.empty();
        }
        return of(metric.unit(), cell.runs().stream().map(metric.fromRun()));
    }

    /** Empty without figures; a run that has none may give null. */
    static Optional<OfRounds> of(Unit unit, Stream<? extends @Nullable Double> figures) {
        double[] rounds = figures.filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (rounds.length == 0) {
            return Optional.empty();
        }
        double median = Median.of(rounds);
        if (rounds.length == 1) {
            return Optional.of(new OfRounds(median, unit.format(median), new Reading(median, null, null), 1));
        }
        // A figure of 0 has no logarithm.
        Optional<Interval> interval = rounds.length >= ENOUGH_FOR_AN_INTERVAL && rounds[0] > 0
                ? Estimate.of(rounds).interval()
                : Optional.empty();
        double low = interval.map(Interval::low).orElse(rounds[0]);
        double high = interval.map(Interval::high).orElse(rounds[rounds.length - 1]);
        Reading ends = new Reading(median, low, high);
        String text = interval.isPresent() ? unit.format(ends) : unit.range(median, low, high);
        return Optional.of(new OfRounds(median, text, ends, rounds.length));
    }
}
