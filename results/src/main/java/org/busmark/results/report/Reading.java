package org.busmark.results.report;

import org.jspecify.annotations.Nullable;

/** A metric's value for a cell, with its 95 % interval where it has one. */
public record Reading(
        double value, @Nullable Double low, @Nullable Double high) {
    static @Nullable Reading of(@Nullable Double value) {
        return value == null ? null : new Reading(value, null, null);
    }

    static @Nullable Reading of(@Nullable Long value) {
        return value == null ? null : new Reading(value, null, null);
    }
}
