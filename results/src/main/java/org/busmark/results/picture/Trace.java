package org.busmark.results.picture;

/** How a curve is drawn: told apart without colour. */
enum Trace {
    SOLID,
    DASHED,
    DOTTED,
    /** A solid line with a dot at each point. */
    SOLID_WITH_DOTS,
    /** A dashed line with a dot at each point. */
    DASHED_WITH_DOTS,
    /** Points that no line joins. */
    DOTS,
    /** A broad pale line: an interval. */
    BAND
}
