package org.busmark.results.record;

/** What a comparison shows of left against right. */
public enum ComparisonVerdict {
    /** More messages a second, or less time. */
    FASTER,
    /** Fewer messages a second, or more time. */
    SLOWER,
    /** The data do not show a difference; which does not show that there is none. */
    NO_DIFFERENCE_SHOWN
}
