package org.busmark.results.claims;

import org.jspecify.annotations.Nullable;

/**
 * A statement that somebody made.
 *
 * @param id letters, digits and dashes; unlike that of any other claim
 * @param section where it was made
 * @param statement its words
 * @param measure command that measures what decides it; null when nothing does yet
 * @param leavesOut what the statement says and the conditions do not look at; null when they look at all of it
 */
public record Claim(
        String id,
        String section,
        String statement,
        @Nullable String measure,
        @Nullable String leavesOut) {}
