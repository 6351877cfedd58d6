package org.busmark.results.compare;

import java.util.Optional;
import java.util.SortedMap;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.CellRecord;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.Median;
import org.busmark.results.statistics.NoiseFloor;
import org.busmark.results.statistics.RankComparison;
import org.busmark.results.statistics.WelchRatio;

/**
 * One figure of a cell in both campaigns, before the correction over the whole comparison.
 *
 * @param a positive, in order of rounds; at least one
 * @param b the same
 */
record ComparedFigures(CellPairing.Pair pair, ComparedMetric metric, double[] a, double[] b, WelchRatio welch) {
    static ComparedFigures of(CellPairing.Pair pair, ComparedMetric metric, double[] a, double[] b) {
        return new ComparedFigures(pair, metric, a, b, WelchRatio.of(b, a));
    }

    /** In order of rounds; none where no run has the figure. */
    static double[] figures(ComparedMetric metric, CellRecord cell) {
        SortedMap<Integer, Double> byRound = metric.byRound(cell);
        return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    Optional<RankComparison> ranks() {
        return RankComparison.independent(b, a);
    }

    CellComparison corrected(
            Optional<Double> adjustedP, Optional<RankComparison> ranks, Optional<Double> adjustedRankP) {
        Optional<Interval> interval = welch.interval();
        return new CellComparison(
                pair.b().coordinates(),
                pair.a().cellId(),
                pair.settings(),
                metric,
                new ComparedSide(Median.of(a), a.length, pair.a().verdict()),
                new ComparedSide(Median.of(b), b.length, pair.b().verdict()),
                welch.ratio(),
                interval,
                adjustedP,
                NoiseFloor.ofBoth(a, b),
                ranks.flatMap(known -> adjustedRankP.map(p -> new RankComparison(p, known.medianRatio()))));
    }
}
