package org.busmark.results.claims;

import java.util.List;
import java.util.Set;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.YamlMapping;

/**
 * What a condition may look at.
 *
 * @param key in a claim file
 * @param below the keys below that one
 * @param reader makes the condition of them
 */
record ConditionKind(String key, Set<String> below, Reader reader) {
    /** In the order in which a message lists them. */
    private static final List<ConditionKind> ALL = List.of(
            new ConditionKind("comparison", ComparisonCondition.KEYS, ComparisonCondition::read),
            new ConditionKind("capacity", CapacityCondition.KEYS, CapacityCondition::read),
            new ConditionKind("order", OrderCondition.KEYS, OrderCondition::read),
            new ConditionKind("walkthrough", WalkthroughCondition.KEYS, WalkthroughCondition::read),
            new ConditionKind("fact", FactCondition.KEYS, FactCondition::read),
            new ConditionKind("open", OpenQuestion.KEYS, OpenQuestion::read));

    static List<String> keys() {
        return ALL.stream().map(ConditionKind::key).toList();
    }

    /** Those that stand among these keys. */
    static List<ConditionKind> of(Set<String> keys) {
        return ALL.stream().filter(kind -> keys.contains(kind.key)).toList();
    }

    /** @param entry that has this key */
    Condition read(YamlMapping entry) throws InvalidFileException {
        return reader.read(entry.mapping(key, below).orElseThrow());
    }

    @FunctionalInterface
    interface Reader {
        Condition read(YamlMapping yaml) throws InvalidFileException;
    }
}
