package org.busmark.results.record;

import java.util.Collection;

/** Whether a figure may be believed. Ordered from best to worst. */
public enum Verdict {
    /** Nothing found that speaks against the figure. */
    VALID,
    /** The figure stands, but something took a large share of it; the reasons say what. */
    DEGRADED,
    /** A promise was broken, or nothing was measured: no number is printed. */
    INVALID;

    /** The worst of these; {@link #INVALID} for none, since nothing measured is nothing to believe. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Verdict::compareTo).orElse(INVALID);
    }
}
