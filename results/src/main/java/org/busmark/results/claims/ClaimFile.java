package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.results.files.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Claims as a YAML file. */
final class ClaimFile {
    private static final Set<String> KEYS =
            Keys.of(List.of("id", "section", "statement", "measure", "leaves-out", "conditions"));
    private static final String CASE = "case";
    private static final Set<String> CONDITION_KEYS = Keys.of(List.of(CASE), ConditionKind.keys());

    private ClaimFile() {}

    /**
     * Reads a file's claims in their order.
     *
     * @param taken ids that may not stand again
     * @throws InvalidFileException if it is not a file of claims
     */
    static List<Rule> read(TextFile source, Set<String> taken) throws InvalidFileException {
        Set<String> ids = new HashSet<>(taken);
        List<Rule> rules = new ArrayList<>();
        for (YamlMapping entry : YamlMapping.parse(source, Set.of("claims")).mappings("claims", KEYS)) {
            Rule rule = rule(entry);
            if (!ids.add(rule.claim().id())) {
                throw entry.refused(new IllegalArgumentException(
                        "id stands twice: '" + rule.claim().id() + "'; allowed: one that no other claim has"));
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(YamlMapping entry) throws InvalidFileException {
        String id = entry.value("id", ClaimFile::id);
        String section = entry.value("section", Keys::words);
        String statement = entry.value("statement", Keys::words);
        List<Condition> conditions = new ArrayList<>();
        for (YamlMapping condition : entry.mappings("conditions", CONDITION_KEYS)) {
            conditions.add(condition(condition));
        }
        boolean measurable = conditions.stream().anyMatch(Condition::needsMeasuring);
        String measure = measurable ? entry.value("measure", Keys::words) : optional(entry, "measure");
        return new Rule(new Claim(id, section, statement, measure, optional(entry, "leaves-out")), conditions);
    }

    private static @Nullable String optional(YamlMapping entry, String key) throws InvalidFileException {
        return entry.has(key) ? entry.value(key, Keys::words) : null;
    }

    private static Condition condition(YamlMapping entry) throws InvalidFileException {
        List<ConditionKind> kinds = ConditionKind.of(entry.keys());
        if (kinds.size() != 1) {
            throw entry.refused(new IllegalArgumentException("a condition has " + kinds.size()
                    + " kinds; allowed: one of " + String.join(", ", ConditionKind.keys())));
        }
        Condition condition = kinds.get(0).read(entry);
        return entry.has(CASE) ? new NamedCase(entry.value(CASE, Keys::words), condition) : condition;
    }

    private static String id(String text) {
        if (!text.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an id; allowed: letters, digits and dashes, at most 64");
        }
        return text;
    }
}
