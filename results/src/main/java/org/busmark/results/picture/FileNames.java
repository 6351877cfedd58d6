package org.busmark.results.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of files that are safe on any file system, each given once. */
final class FileNames {
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** What a file is called after: the kind of picture, then the words. */
    static List<String> words(String kind, List<String> others) {
        return Stream.concat(Stream.of(kind), others.stream()).toList();
    }

    /**
     * A name of ASCII letters, digits and dashes, without an ending.
     *
     * @param words joined by dashes; what may not stand in a name becomes a dash
     */
    String of(List<String> words) {
        String name = words.stream()
                .map(FileNames::safe)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"));
        String fitting = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String free = fitting;
        for (int next = 2; !taken.add(free); next++) {
            free = fitting + "-" + next;
        }
        return free;
    }

    /** All in small letters, for there are file systems on which A and a are one. */
    private static String safe(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
