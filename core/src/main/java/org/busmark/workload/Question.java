package org.busmark.workload;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a campaign finds out about a workload. */
public enum Question {
    /** Its figures, as it is. */
    FIGURES(null),
    /** The highest rate that a bus sustains; the workload's own rate is not measured. */
    CAPACITY("search"),
    /** The same, and then its figures at shares of that rate. */
    CAPACITY_AND_SWEEP("sweep");

    private final @Nullable String text;

    Question(@Nullable String text) {
        this.text = text;
    }

    /** Whether a capacity is searched for. */
    public boolean searches() {
        return this != FIGURES;
    }

    /** Whether cells at shares of the capacity follow. */
    public boolean sweeps() {
        return this == CAPACITY_AND_SWEEP;
    }

    /** What the key {@code capacity} of a suite file says; null where there is no such key. */
    public @Nullable String text() {
        return text;
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Question ofCapacity(String text) {
        return Stream.of(values())
                .filter(question -> text.equals(question.text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not what can be done about a capacity; allowed: " + allowed()));
    }

    private static String allowed() {
        return Stream.of(values())
                .filter(Question::searches)
                .map(question -> String.valueOf(question.text))
                .collect(Collectors.joining(", "));
    }
}
