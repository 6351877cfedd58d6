package org.busmark.results.report;

import java.util.List;
import java.util.stream.Collectors;

/** Words as a shell takes them. */
final class ShellWords {
    private ShellWords() {}

    static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        String visible = VisibleText.of(word).strip();
        return visible.matches("[A-Za-z0-9_./=,:@%+-]+") ? visible : "'" + visible.replace("'", "'\\''") + "'";
    }
}
