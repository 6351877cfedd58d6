package org.busmark.results.claims;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.YamlMapping;

/** What a condition may look at; its key in a claim file, and the keys below that. */
enum ConditionKind {
    COMPARISON(ComparisonCondition.KEYS, ComparisonCondition::read),
    CAPACITY(CapacityCondition.KEYS, CapacityCondition::read),
    ORDER(OrderCondition.KEYS, OrderCondition::read),
    WALKTHROUGH(WalkthroughCondition.KEYS, WalkthroughCondition::read),
    FACT(FactCondition.KEYS, FactCondition::read),
    OPEN(OpenQuestion.KEYS, OpenQuestion::read);

    private final Set<String> below;
    private final Reader reader;

    ConditionKind(Set<String> below, Reader reader) {
        this.below = below;
        this.reader = reader;
    }

    /** All of them, in the order in which a message lists them. */
    static List<String> keys() {
        return Stream.of(values()).map(ConditionKind::key).toList();
    }

    /** Those that stand among these keys. */
    static List<ConditionKind> of(Set<String> keys) {
        return Stream.of(values()).filter(kind -> keys.contains(kind.key())).toList();
    }

    /** @param entry that has this key */
    Condition read(YamlMapping entry) throws InvalidFileException {
        return reader.read(entry.mapping(key(), below).orElseThrow());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface Reader {
        Condition read(YamlMapping yaml) throws InvalidFileException;
    }
}
