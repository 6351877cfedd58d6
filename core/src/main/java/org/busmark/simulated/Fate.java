package org.busmark.simulated;

/** What the script does to a message. A message has one fate. */
public enum Fate {
    /** Nothing. */
    INTACT,
    /** Refused: its outcome says so, and nothing is delivered. */
    REJECTED,
    /** Taken, even acknowledged, and never delivered. */
    LOST,
    /** Delivered with one bit flipped. */
    CORRUPTED,
    /** Delivered twice, the second time with the redelivery flag. */
    REPEATED_FLAGGED,
    /** Delivered twice without a flag. */
    REPEATED_UNFLAGGED,
    /** Held back while later messages of its own partition pass: breaks the promised order. */
    OVERTAKEN_WITHIN,
    /** Held back with its whole partition while other partitions pass: breaks no promise. */
    OVERTAKEN_ACROSS
}
