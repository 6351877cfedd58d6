package org.busmark.results.claims;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a condition found in a document.
 *
 * @param cells cellIds that it rests on
 * @param text plain, for people, with the figures
 * @param value null when it is not one number
 * @param circumstances what sets it apart from the other findings of its claim
 */
record Finding(
        Outcome outcome,
        List<String> cells,
        String text,
        @Nullable Double value,
        Map<Dimension, String> circumstances) {
    Finding {
        cells = List.copyOf(cells);
        circumstances = Map.copyOf(circumstances);
    }

    /** Nothing to go by. */
    static Finding without(Outcome outcome, String text) {
        return new Finding(outcome, List.of(), text, null, Map.of());
    }

    /** The same, in a case that the claim's author gave a name. */
    Finding inCase(String name) {
        Map<Dimension, String> named = new EnumMap<>(Dimension.class);
        named.putAll(circumstances);
        named.put(Dimension.CASE, name);
        return new Finding(outcome, cells, name + ": " + text, value, named);
    }

    /** Where it stands in this respect; the same dash for all that have no such respect. */
    String circumstance(Dimension dimension) {
        return circumstances.getOrDefault(dimension, "-");
    }

    Evidence evidence() {
        return new Evidence(cells, outcome.word() + ": " + text, value);
    }
}
