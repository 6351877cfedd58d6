package org.busmark.results.files;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value that a file chooses by its name out of a few. */
public final class OneOf {
    private OneOf() {}

    /**
     * The value of that name.
     *
     * @param what the text should be, for the message
     * @throws IllegalArgumentException naming the text and what is allowed
     */
    public static <T> T named(T[] values, Function<T, String> naming, String text, String what) {
        return Stream.of(values)
                .filter(value -> naming.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a " + what + "; allowed: "
                        + Stream.of(values).map(naming).collect(Collectors.joining(", "))));
    }
}
