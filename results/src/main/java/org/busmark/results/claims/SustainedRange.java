package org.busmark.results.claims;

import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;

/**
 * Between which rates a search left the capacity.
 *
 * @param atLeast messages a second that were sustained; 0 when none was
 * @param below the lowest rate above it that was not sustained; infinite when the search met none
 */
record SustainedRange(double atLeast, double below) {
    /**
     * How many times another capacity must be exceeded. A capacity is found by one search and has no interval, and rates
     * of one cell differ between rounds by 10 to 25 %: a ratio of two searches by up to half.
     */
    static final double MARGIN = 1.5;

    static SustainedRange of(CapacityRecord capacity) {
        Double found = capacity.perSecond();
        double atLeast = found == null ? 0 : found;
        double below = capacity.probes().stream()
                .filter(probe -> !probe.sustained())
                .mapToDouble(Probe::ratePerSecond)
                .filter(rate -> rate > atLeast)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new SustainedRange(atLeast, below);
    }

    /** Whether it sustained what the other did not, and more than the searches' scatter. */
    boolean exceeds(SustainedRange other) {
        return atLeast >= other.below && atLeast >= MARGIN * other.atLeast;
    }
}
