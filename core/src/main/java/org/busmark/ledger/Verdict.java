package org.busmark.ledger;

import java.util.Collection;

/** Whether a number may be believed. Ordered from good to bad. */
public enum Verdict {
    /** Nothing speaks against it. */
    VALID,
    /** It stands, with a reason for caution. */
    DEGRADED,
    /** A promise was broken, or nothing was measured: the number means nothing and is not printed. */
    INVALID;

    /** The worst of these; {@link #INVALID} for none, since nothing measured is nothing to believe. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Verdict::compareTo).orElse(INVALID);
    }
}
