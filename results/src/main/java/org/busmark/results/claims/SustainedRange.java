package org.busmark.results.claims;

import java.util.Optional;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;

/**
 * Between which rates a search left a capacity that it found.
 *
 * @param atLeast messages a second that were sustained
 * @param below the lowest rate above it that was not sustained; infinite where the capacity is a lower bound, because
 *     what was missed above it may be the machine's fault or was never tried
 */
record SustainedRange(double atLeast, double below) {
    /**
     * How many times another capacity must be exceeded. A capacity is found by one search and has no interval, and rates
     * of one cell differ between rounds by 10 to 25 %: a ratio of two searches by up to half.
     */
    static final double MARGIN = 1.5;

    /** Empty where no rate was sustained: what stopped such a search need not be the bus. */
    static Optional<SustainedRange> of(CapacityRecord capacity) {
        Double found = capacity.perSecond();
        if (found == null || found == 0) {
            return Optional.empty();
        }
        double atLeast = found;
        double below = capacity.probes().stream()
                .filter(probe -> capacity.reason() == null && !probe.sustained())
                .mapToDouble(Probe::ratePerSecond)
                .filter(rate -> rate > atLeast)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return Optional.of(new SustainedRange(atLeast, below));
    }

    /** Whether it sustained what the other did not, and more than the searches' scatter. */
    boolean exceeds(SustainedRange other) {
        return atLeast >= other.below && atLeast >= MARGIN * other.atLeast;
    }
}
