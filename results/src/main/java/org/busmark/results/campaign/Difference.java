package org.busmark.results.campaign;

import java.util.Optional;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.statistics.NoiseFloor;
import org.jspecify.annotations.Nullable;

/**
 * When a difference is claimed: if the interval still excludes 1 after Holm's correction, and the ratio exceeds the
 * cells' own noise floor.
 */
public final class Difference {
    /** Of a whole table: how often one may be claimed that is not there. */
    public static final double LEVEL = 0.05;

    private Difference() {}

    /**
     * The verdict on a ratio.
     *
     * @param ratio of the side that is judged to the other
     * @param adjustedP after Holm's correction; null when there are too few runs for one
     * @param floor of both sides; empty when there are too few runs for one
     */
    public static ComparisonVerdict verdict(
            ComparedMetric metric, double ratio, @Nullable Double adjustedP, Optional<NoiseFloor> floor) {
        boolean exceeds = floor.isPresent() && floor.get().isExceededBy(ratio);
        if (!isSignificant(adjustedP) || !exceeds) {
            return ComparisonVerdict.NO_DIFFERENCE_SHOWN;
        }
        return ratio > 1 == metric.moreIsBetter() ? ComparisonVerdict.FASTER : ComparisonVerdict.SLOWER;
    }

    /** Whether such a p-value alone would be enough. */
    public static boolean isSignificant(@Nullable Double adjustedP) {
        return adjustedP != null && adjustedP < LEVEL;
    }
}
