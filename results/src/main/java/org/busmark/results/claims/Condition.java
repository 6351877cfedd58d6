package org.busmark.results.claims;

import java.util.List;

/** Something that a document may show of a claim. A pure function: the same document gives the same findings. */
interface Condition {
    /** At least one; what cannot be found is a finding too, {@link Outcome#MISSING}. */
    List<Finding> findings(Measurements run);

    /** Whether a run could show it at all, so that somebody must say which one does. */
    default boolean needsMeasuring() {
        return true;
    }
}
