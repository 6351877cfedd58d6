package org.busmark.results.statistics;

/**
 * A confidence interval, both ends included.
 *
 * @param low finite
 * @param high finite, at least low
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
