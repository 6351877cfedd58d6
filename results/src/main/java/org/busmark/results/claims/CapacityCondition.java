package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.SweepPoint;

/**
 * One bus sustains a higher rate than another on the same open loop. There is no interval to go by; see {@link
 * SustainedRange} for what counts as higher. Every guarantee and size that is listed must be there.
 *
 * <p>The value of its evidence is the first capacity over the second.
 */
record CapacityCondition(String higher, String than, CellChoice choice) implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("higher", "than"), CellChoice.KEYS);

    static CapacityCondition read(YamlMapping yaml) throws InvalidFileException {
        String higher = yaml.value("higher", Keys::bus);
        return new CapacityCondition(
                higher, yaml.value("than", text -> Keys.otherBus(text, higher)), CellChoice.read(yaml));
    }

    @Override
    public List<Finding> findings(Measurements run) {
        List<Finding> findings = new ArrayList<>();
        for (CellChoice work : choice.each()) {
            int before = findings.size();
            for (CapacityRecord mine : capacities(run, higher, work)) {
                capacities(run, than, work).stream()
                        .filter(other -> isSameWork(mine, other))
                        .forEach(other -> findings.add(finding(run, mine, other)));
            }
            if (findings.size() == before) {
                findings.add(Finding.without(
                        Outcome.MISSING,
                        "capacity" + work.words() + ": this run searched for none of "
                                + run.text().bus(higher) + " and " + run.text().bus(than) + " together"));
            }
        }
        return findings;
    }

    private Finding finding(Measurements run, CapacityRecord mine, CapacityRecord other) {
        Map<Dimension, String> circumstances =
                CellChoice.circumstances(mine.workload(), mine.guarantee(), mine.messageBytes());
        circumstances.put(Dimension.FIGURE, "capacity");
        circumstances.put(Dimension.BUS, run.text().bus(higher));
        circumstances.put(Dimension.OTHER_BUS, run.text().bus(than));
        Optional<SustainedRange> ofMine = SustainedRange.of(mine);
        Optional<SustainedRange> ofOther = SustainedRange.of(other);
        String text = run.text().capacities(mine, other);
        if (ofMine.isEmpty() || ofOther.isEmpty()) {
            return Finding.without(Outcome.MISSING, text);
        }
        return new Finding(
                outcome(ofMine.get(), ofOther.get()),
                Stream.of(mine, other)
                        .flatMap(capacity -> capacity.sweep().stream())
                        .map(SweepPoint::cellId)
                        .toList(),
                text,
                ofMine.get().atLeast() / ofOther.get().atLeast(),
                circumstances);
    }

    private static Outcome outcome(SustainedRange mine, SustainedRange other) {
        if (mine.exceeds(other)) {
            return Outcome.SUPPORTS;
        }
        return other.exceeds(mine) ? Outcome.REFUTES : Outcome.SHOWS_NOTHING;
    }

    private static List<CapacityRecord> capacities(Measurements run, String bus, CellChoice work) {
        return run.document().capacities().stream()
                .filter(capacity -> capacity.bus().equals(bus))
                .filter(capacity -> work.matches(capacity.workload(), capacity.guarantee(), capacity.messageBytes()))
                .toList();
    }

    private static boolean isSameWork(CapacityRecord mine, CapacityRecord other) {
        return mine.workload().equals(other.workload())
                && mine.guarantee() == other.guarantee()
                && mine.messageBytes() == other.messageBytes()
                && mine.objectiveUs() == other.objectiveUs();
    }
}
