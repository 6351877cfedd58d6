package org.busmark.results.compare;

import java.util.List;
import java.util.Optional;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.campaign.Difference;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.NoiseFloor;
import org.busmark.results.statistics.RankComparison;

/**
 * One figure of one cell in both campaigns.
 *
 * @param cell of B
 * @param cellIdOfA the same, unless a setting makes it another cell
 * @param settings that differ between the two; empty when the cells' identity is the same and no default changed
 * @param ratio B over A, of geometric means
 * @param interval at 95 %; empty when either side has fewer than two runs
 * @param adjustedP after Holm's correction over the whole comparison; empty like the interval
 * @param floor the larger of both sides' noise floors; empty like the interval
 * @param ranks Mann and Whitney's test, its p-value after Holm's correction, and the bootstrap; empty below 10 runs
 */
public record CellComparison(
        CellCoordinates cell,
        String cellIdOfA,
        List<Differing> settings,
        ComparedMetric metric,
        ComparedSide a,
        ComparedSide b,
        double ratio,
        Optional<Interval> interval,
        Optional<Double> adjustedP,
        Optional<NoiseFloor> floor,
        Optional<RankComparison> ranks) {
    public CellComparison {
        settings = List.copyOf(settings);
    }

    /** Of B: more messages a second or less time is FASTER. */
    public ComparisonVerdict verdict() {
        return Difference.verdict(metric, ratio, adjustedP.orElse(null), floor);
    }

    /** What stood in the way of a difference, in words; empty where one is shown, or where nothing points to one. */
    public Optional<String> reservation() {
        if (interval.isEmpty()) {
            return Optional.of("fewer than 2 runs");
        }
        if (verdict() != ComparisonVerdict.NO_DIFFERENCE_SHOWN || interval.get().contains(1)) {
            return Optional.empty();
        }
        return Optional.of(
                Difference.isSignificant(adjustedP.orElse(null)) ? "within the noise floor" : "not after correction");
    }
}
