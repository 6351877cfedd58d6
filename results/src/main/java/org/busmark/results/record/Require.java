package org.busmark.results.record;

import org.jspecify.annotations.Nullable;

/** One grammar for what a record refuses: the field, what it is, the value. */
final class Require {
    private Require() {}

    static void notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank");
        }
    }

    /** No file system here has a name with the character 0 in it. */
    static void path(String field, String value) {
        notBlank(field, value);
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(field + " is no path: it has the character 0 in it");
        }
    }

    static void positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(field + " is not a positive number: " + value);
        }
    }

    static void atLeast(long least, String field, long value) {
        if (value < least) {
            throw new IllegalArgumentException(field + " is less than " + least + ": " + value);
        }
    }

    static void notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is negative: " + value);
        }
    }

    static void notNegative(String field, @Nullable Long value) {
        if (value != null) {
            notNegative(field, value.longValue());
        }
    }

    static void notNegative(String field, @Nullable Double value) {
        if (value != null && (!(value >= 0) || value.isInfinite())) {
            throw new IllegalArgumentException(field + " is not a number from 0 up: " + value);
        }
    }

    static void ratioFromOne(String field, @Nullable Double value) {
        if (value != null && (!(value >= 1) || value.isInfinite())) {
            throw new IllegalArgumentException(field + " is not a ratio from 1 up: " + value);
        }
    }

    static void ordered(String lowField, @Nullable Double low, String highField, @Nullable Double high) {
        if ((low == null) != (high == null)) {
            throw new IllegalArgumentException(lowField + " and " + highField + " come together: " + low + ", " + high);
        }
        if (low != null && high != null && low > high) {
            throw new IllegalArgumentException(lowField + " is above " + highField + ": " + low + " > " + high);
        }
    }
}
