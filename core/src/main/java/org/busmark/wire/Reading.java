package org.busmark.wire;

/** What a payload turned out to be. */
public enum Reading {
    /** A message of this run; it belongs in the ledger. */
    MESSAGE,
    /** A probe of this run, sent to find out whether a consumer is ready; not in the ledger. */
    PROBE,
    /** Intact, but of another run. */
    FOREIGN,
    /** The check fails, it is too short to have a header, or it has not the size of this run's messages. */
    CORRUPT
}
