package org.busmark.ledger;

/** Whether a number may be believed. Ordered from good to bad. */
public enum Verdict {
    /** Nothing speaks against it. */
    VALID,
    /** It stands, with a reason for caution. */
    DEGRADED,
    /** A promise was broken: the number means nothing and is not printed. */
    INVALID
}
