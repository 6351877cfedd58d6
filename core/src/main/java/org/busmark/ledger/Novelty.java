package org.busmark.ledger;

/** What a set says to a sequence. */
enum Novelty {
    /** It was not in the set and is now. */
    FIRST,
    /** It was in the set already. */
    AGAIN,
    /** It is negative, or so far from the others that the set does not take it. */
    TOO_FAR
}
