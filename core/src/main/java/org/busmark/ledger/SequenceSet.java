package org.busmark.ledger;

/** A set of sequences to which one thread adds. Dense sequences cost a bit each, and nothing once a page is full. */
interface SequenceSet {
    /** Adds a sequence and says what it was to the set. */
    Novelty add(long sequence);
}
