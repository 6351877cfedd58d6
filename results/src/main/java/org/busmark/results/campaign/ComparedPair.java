package org.busmark.results.campaign;

import java.util.Optional;
import java.util.SortedMap;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.NoiseFloor;
import org.busmark.results.statistics.PairedRatio;
import org.busmark.results.statistics.RankComparison;

/**
 * One figure of two cells, before the correction over the whole table.
 *
 * @param ratio over the rounds in which both have the figure
 * @param floor of all rounds of each
 * @param ranks of the common rounds, if they are many
 */
record ComparedPair(
        CellRecord left,
        CellRecord right,
        ComparedMetric metric,
        PairedRatio ratio,
        Optional<NoiseFloor> floor,
        Optional<RankComparison> ranks) {
    /** Empty where no round has the figure on both sides. */
    static Optional<ComparedPair> of(CellRecord left, CellRecord right, ComparedMetric metric) {
        SortedMap<Integer, Double> ofLeft = metric.byRound(left);
        SortedMap<Integer, Double> ofRight = metric.byRound(right);
        Optional<NoiseFloor> floor = NoiseFloor.ofBoth(figures(ofLeft), figures(ofRight));
        ofLeft.keySet().retainAll(ofRight.keySet());
        ofRight.keySet().retainAll(ofLeft.keySet());
        if (ofLeft.isEmpty()) {
            return Optional.empty();
        }
        PairedRatio ratio = PairedRatio.of(figures(ofLeft), figures(ofRight));
        return Optional.of(new ComparedPair(
                left,
                right,
                metric,
                ratio,
                ratio.rounds() < 2 ? Optional.empty() : floor,
                RankComparison.paired(figures(ofLeft), figures(ofRight))));
    }

    private static double[] figures(SortedMap<Integer, Double> byRound) {
        return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    Optional<Double> rankP() {
        return ranks.map(RankComparison::pValue);
    }

    ComparisonRecord record(Optional<Double> adjustedP, Optional<Double> adjustedRankP) {
        return new ComparisonRecord(
                left.cellId(),
                right.cellId(),
                metric.id(),
                ratio.ratio(),
                ratio.interval().map(Interval::low).orElse(null),
                ratio.interval().map(Interval::high).orElse(null),
                Difference.verdict(metric, ratio.ratio(), adjustedP.orElse(null), floor),
                ratio.rounds(),
                adjustedP.orElse(null),
                floor.map(NoiseFloor::ratio).orElse(null),
                adjustedRankP.orElse(null),
                ranks.map(known -> known.medianRatio().low()).orElse(null),
                ranks.map(known -> known.medianRatio().high()).orElse(null));
    }
}
