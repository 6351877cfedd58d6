package org.busmark.results.claims;

/** What a piece of evidence says of a claim. */
enum Outcome {
    SUPPORTS("supports"),
    REFUTES("refutes"),
    /** It was looked at, and speaks neither for nor against. */
    SHOWS_NOTHING("not shown"),
    /** The statement was true of an older version. */
    CHANGED("changed since"),
    /** A run could show it; this one holds nothing of it that may be believed. */
    MISSING("missing"),
    /** No run can show it yet. */
    OPEN("open");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether the claim was put to the test and answered. */
    boolean isDecided() {
        return this == SUPPORTS || this == REFUTES || this == SHOWS_NOTHING;
    }
}
