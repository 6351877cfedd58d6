package org.busmark.results.report;

/** Where a table says how far a figure lay apart from round to round. */
enum Spread {
    /** In a column of its own, for p99 only: where lines are short. */
    BESIDE_P99,
    /** Beneath each figure, where a cell has room for two lines. */
    BENEATH
}
