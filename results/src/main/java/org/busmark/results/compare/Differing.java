package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not the same in both campaigns.
 *
 * @param what such as {@code processor}, or the native name of a setting
 * @param inA its value, as text
 * @param inB its value, as text
 */
public record Differing(String what, String inA, String inB) {
    private static final String ABSENT = "absent";

    /** Empty where both are equal, or one of them is not known. */
    static Optional<Differing> ofKnown(String what, @Nullable Object inA, @Nullable Object inB) {
        return inA == null || inB == null || inA.equals(inB)
                ? Optional.empty()
                : Optional.of(new Differing(what, inA.toString(), inB.toString()));
    }

    /** Such as {@code window is 1000 in A and 30000 in B}. */
    static String inWords(List<Differing> differing) {
        return differing.stream()
                .map(one -> one.what + " is " + one.inA + " in A and " + one.inB + " in B")
                .collect(Collectors.joining("; "));
    }

    /** Settings by name; one that only one side has is absent on the other. Nothing where a side reported none at all. */
    static List<Differing> ofSettings(Map<String, String> inA, Map<String, String> inB) {
        List<Differing> differing = new ArrayList<>();
        if (inA.isEmpty() || inB.isEmpty()) {
            return differing;
        }
        TreeSet<String> names = new TreeSet<>(inA.keySet());
        names.addAll(inB.keySet());
        for (String name : names) {
            ofKnown(name, inA.getOrDefault(name, ABSENT), inB.getOrDefault(name, ABSENT))
                    .ifPresent(differing::add);
        }
        return differing;
    }
}
