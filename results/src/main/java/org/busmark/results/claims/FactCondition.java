package org.busmark.results.claims;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.OneOf;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a bus says of itself. Its versions and provisioning go by their names in {@code run.json}'s {@code buses}; any
 * other name is one of its reported settings.
 *
 * @param pattern of the value
 * @param means what it says of the claim when the value is such
 */
record FactCondition(String bus, String name, NamePattern pattern, Outcome means) implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("bus", "name", "is", "means"));

    /** How adapters begin what they asked a broker for in vain. */
    private static final String NOT_TOLD = "not told";

    private static final Outcome[] MEANINGS = {Outcome.SUPPORTS, Outcome.REFUTES, Outcome.CHANGED};

    static FactCondition read(YamlMapping yaml) throws InvalidFileException {
        return new FactCondition(
                yaml.value("bus", Keys::bus),
                yaml.value("name", Keys::words),
                yaml.value("is", NamePattern::new),
                yaml.value("means", text -> OneOf.named(MEANINGS, FactCondition::verdict, text, "verdict of a fact")));
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case SUPPORTS -> "SUPPORTED";
            case REFUTES -> "REFUTED";
            case CHANGED -> "OUTDATED";
            case SHOWS_NOTHING, MISSING, OPEN -> "UNDECIDED";
        };
    }

    @Override
    public List<Finding> findings(Measurements run) {
        Map<String, Set<String>> cellsByValue = new LinkedHashMap<>();
        run.bus(bus).map(this::ofBus).ifPresent(value -> cellsByValue.put(value, new LinkedHashSet<>()));
        run.document().cells().stream()
                .filter(cell -> cell.bus().equals(bus) && cell.verdict() != Verdict.INVALID)
                .forEach(cell -> addSettings(cell, cellsByValue));
        if (cellsByValue.isEmpty()) {
            return List.of(Finding.without(
                    Outcome.MISSING, "in this run " + run.text().bus(bus) + " does not tell its " + name));
        }
        return cellsByValue.entrySet().stream()
                .map(fact -> finding(run, fact.getKey(), List.copyOf(fact.getValue())))
                .toList();
    }

    private @Nullable String ofBus(BusRecord record) {
        return switch (name) {
            case "clientVersion" -> record.clientVersion();
            case "brokerVersion" -> record.brokerVersion();
            case "provisioning" -> record.provisioning();
            default -> null;
        };
    }

    private void addSettings(CellRecord cell, Map<String, Set<String>> cellsByValue) {
        for (RunRecord round : cell.runs()) {
            String value = round.settings().get(name);
            if (value != null) {
                cellsByValue
                        .computeIfAbsent(value, any -> new LinkedHashSet<>())
                        .add(cell.cellId());
            }
        }
    }

    private Finding finding(Measurements run, String value, List<String> cells) {
        return new Finding(
                outcome(value),
                cells,
                run.text().bus(bus) + " says of its " + name + ": " + value,
                null,
                Map.of(Dimension.BUS, run.text().bus(bus), Dimension.FIGURE, name));
    }

    /** Not to be told is no answer: with another right or another version there may be one. */
    private Outcome outcome(String value) {
        if (value.startsWith(NOT_TOLD)) {
            return Outcome.MISSING;
        }
        return pattern.matches(value) ? means : Outcome.SHOWS_NOTHING;
    }
}
