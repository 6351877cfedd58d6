package org.busmark.results.claims;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name or a piece of text in which a star stands for anything: {@code small-*}.
 *
 * @param text as it was written
 */
record NamePattern(String text) {
    static final NamePattern ANY = new NamePattern("*");

    /** For a sentence, in which a star might mean something else: {@code small-...}. */
    String words() {
        return text.replace("*", "...");
    }

    /** Case counts, and so does every character but the star. */
    boolean matches(String name) {
        String expression = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
    }
}
