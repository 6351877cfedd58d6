package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.OneOf;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.report.EvidenceText;
import org.busmark.workload.DataSize;

/**
 * Which work a condition is about, by its properties.
 *
 * @param workload names of workloads
 * @param guarantees each must be there; any when empty
 * @param messageBytes whole payloads, each must be there; any when empty
 */
record CellChoice(NamePattern workload, List<Guarantee> guarantees, List<Integer> messageBytes) {
    /** The keys of a condition that choose. */
    static final List<String> KEYS = List.of("workload", "guarantee", "message");

    CellChoice {
        guarantees = List.copyOf(guarantees);
        messageBytes = List.copyOf(messageBytes);
    }

    static CellChoice read(YamlMapping yaml) throws InvalidFileException {
        return new CellChoice(
                yaml.value("workload", NamePattern::new, NamePattern.ANY),
                yaml.values(
                        "guarantee",
                        text -> OneOf.named(Guarantee.values(), Guarantee::name, text, "guarantee"),
                        List.of()),
                yaml.values("message", text -> DataSize.parse(text).bytes(), List.of()));
    }

    boolean matches(String name, Guarantee guarantee, int bytes) {
        return workload.matches(name)
                && (guarantees.isEmpty() || guarantees.contains(guarantee))
                && (messageBytes.isEmpty() || messageBytes.contains(bytes));
    }

    /** One choice for each guarantee and size that was asked for, so that none is passed over when it is not there. */
    List<CellChoice> each() {
        List<CellChoice> each = new ArrayList<>();
        for (List<Guarantee> guarantee : singly(guarantees)) {
            for (List<Integer> bytes : singly(messageBytes)) {
                each.add(new CellChoice(workload, guarantee, bytes));
            }
        }
        return each;
    }

    private static <T> List<List<T>> singly(List<T> values) {
        return values.isEmpty()
                ? List.of(values)
                : values.stream().map(List::of).toList();
    }

    /** {@code " at PERSISTED, 1 KiB"}; nothing when any work will do. */
    String words() {
        StringJoiner words = new StringJoiner(", ", " at ", "").setEmptyValue("");
        guarantees.forEach(guarantee -> words.add(guarantee.name()));
        messageBytes.forEach(bytes -> words.add(EvidenceText.size(bytes)));
        if (!workload.equals(NamePattern.ANY)) {
            words.add(workload.words());
        }
        return words.toString();
    }

    /** What sets one work apart from another. */
    static Map<Dimension, String> circumstances(String workload, Guarantee guarantee, int bytes) {
        Map<Dimension, String> circumstances = new LinkedHashMap<>();
        circumstances.put(Dimension.WORKLOAD, workload);
        circumstances.put(Dimension.GUARANTEE, guarantee.name());
        circumstances.put(Dimension.SIZE, EvidenceText.size(bytes));
        return circumstances;
    }
}
