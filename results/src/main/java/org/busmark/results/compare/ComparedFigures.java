package org.busmark.results.compare;

import java.util.Optional;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.CellRecord;
import org.busmark.results.statistics.Median;
import org.busmark.results.statistics.NoiseFloor;
import org.busmark.results.statistics.RankComparison;
import org.busmark.results.statistics.WelchRatio;

/** One figure of a cell in both campaigns, before the correction over the whole comparison. */
record ComparedFigures(
        CellPairing.Pair pair,
        ComparedMetric metric,
        ComparedSide a,
        ComparedSide b,
        WelchRatio welch,
        Optional<NoiseFloor> floor,
        Optional<RankComparison> ranks) {
    /**
     * Compares.
     *
     * @param before positive, in order of rounds; at least one
     * @param after the same
     */
    static ComparedFigures of(CellPairing.Pair pair, ComparedMetric metric, double[] before, double[] after) {
        return new ComparedFigures(
                pair,
                metric,
                side(before, pair.a()),
                side(after, pair.b()),
                WelchRatio.of(after, before),
                NoiseFloor.ofBoth(before, after),
                RankComparison.independent(after, before));
    }

    private static ComparedSide side(double[] figures, CellRecord cell) {
        return new ComparedSide(Median.of(figures), figures.length, cell.verdict());
    }

    /** In order of rounds; none where no run has the figure. */
    static double[] figures(ComparedMetric metric, CellRecord cell) {
        return metric.byRound(cell).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    Optional<Double> rankP() {
        return ranks.map(RankComparison::pValue);
    }

    CellComparison corrected(Optional<Double> adjustedP, Optional<Double> adjustedRankP) {
        return new CellComparison(
                pair.b().coordinates(),
                pair.a().cellId(),
                pair.settings(),
                metric,
                a,
                b,
                welch.ratio(),
                welch.interval(),
                adjustedP,
                floor,
                ranks.flatMap(known -> adjustedRankP.map(p -> new RankComparison(p, known.medianRatio()))));
    }
}
