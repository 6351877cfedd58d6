package org.busmark.results.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.RunRecord;
import org.busmark.results.statistics.Holm;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.PairedRatio;
import org.jspecify.annotations.Nullable;

/** Compares cells that differ in the bus only, paired by rounds, corrected over the whole table. */
public final class ComparisonAssembler {
    private static final double LEVEL = 0.05;

    private ComparisonAssembler() {}

    /**
     * Compares every two.
     *
     * @param cells in the order in which left comes before right
     * @param bounds buses that are limits and not contestants, such as the loopback; they are not compared
     * @return none for an INVALID cell, or where no round has a figure on both sides
     */
    public static List<ComparisonRecord> compare(List<CellRecord> cells, Set<String> bounds) {
        List<CellRecord> contestants = cells.stream()
                .filter(cell -> !bounds.contains(cell.bus()) && cell.verdict() != Verdict.INVALID)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            for (int j = i + 1; j < contestants.size(); j++) {
                addPairs(contestants.get(i), contestants.get(j), pairs);
            }
        }
        return corrected(pairs);
    }

    private static void addPairs(CellRecord left, CellRecord right, List<Pair> pairs) {
        if (left.bus().equals(right.bus()) || !left.coordinates().sameWork(right.coordinates())) {
            return;
        }
        for (ComparedMetric metric : ComparedMetric.of(left.coordinates())) {
            pair(left, right, metric).ifPresent(pairs::add);
        }
    }

    private static Optional<Pair> pair(CellRecord left, CellRecord right, ComparedMetric metric) {
        List<double[]> rounds = new ArrayList<>();
        for (RunRecord leftRun : left.runs()) {
            for (RunRecord rightRun : right.runs()) {
                Double leftFigure = metric.of(leftRun);
                Double rightFigure = metric.of(rightRun);
                if (leftRun.round() == rightRun.round() && isUsable(leftFigure) && isUsable(rightFigure)) {
                    rounds.add(new double[] {Objects.requireNonNull(leftFigure), Objects.requireNonNull(rightFigure)});
                }
            }
        }
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        PairedRatio ratio = PairedRatio.of(
                rounds.stream().mapToDouble(round -> round[0]).toArray(),
                rounds.stream().mapToDouble(round -> round[1]).toArray());
        return Optional.of(new Pair(left, right, metric, ratio));
    }

    private static boolean isUsable(@Nullable Double figure) {
        return figure != null && figure > 0;
    }

    /** One round has no p-value and counts for nothing in the correction. */
    private static List<ComparisonRecord> corrected(List<Pair> pairs) {
        double[] adjusted = Holm.adjusted(pairs.stream()
                .flatMap(pair -> pair.ratio.pValue().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<ComparisonRecord> comparisons = new ArrayList<>();
        int next = 0;
        for (Pair pair : pairs) {
            Double p = pair.ratio.pValue().isPresent() ? adjusted[next++] : null;
            comparisons.add(pair.record(p));
        }
        return comparisons;
    }

    private record Pair(CellRecord left, CellRecord right, ComparedMetric metric, PairedRatio ratio) {
        ComparisonRecord record(@Nullable Double adjustedP) {
            return new ComparisonRecord(
                    left.cellId(),
                    right.cellId(),
                    metric.id(),
                    ratio.ratio(),
                    ratio.interval().map(Interval::low).orElse(null),
                    ratio.interval().map(Interval::high).orElse(null),
                    verdict(adjustedP),
                    ratio.rounds(),
                    adjustedP);
        }

        private ComparisonVerdict verdict(@Nullable Double adjustedP) {
            if (adjustedP == null || adjustedP >= LEVEL) {
                return ComparisonVerdict.NO_DIFFERENCE_SHOWN;
            }
            return ratio.ratio() > 1 == metric.moreIsBetter() ? ComparisonVerdict.FASTER : ComparisonVerdict.SLOWER;
        }
    }
}
