package org.busmark.bench.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.results.files.YamlMapping;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Durations;
import org.busmark.workload.Question;
import org.busmark.workload.Rate;
import org.busmark.workload.Suite;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;

/**
 * A suite as a YAML file: built-in workloads by name, each with what the suite changes of it. {@code brokers} is {@code
 * once} when absent, an entry's {@code rounds} are the suite's, and without {@code capacity} its own figures are asked
 * for.
 */
final class SuiteFile {
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("name", "description", "rounds", "brokers", "budget", "workloads"));
    private static final Set<String> ENTRY_KEYS = new LinkedHashSet<>(
            List.of("workload", "guarantee", "rate", "objective", "warmup", "duration", "rounds", "capacity"));

    private SuiteFile() {}

    static Suite read(TextFile source) throws InvalidFileException {
        YamlMapping yaml = YamlMapping.parse(source, KEYS);
        int rounds = yaml.number("rounds", 1, 1);
        List<WorkItem> items = new ArrayList<>();
        for (YamlMapping entry : yaml.mappings("workloads", ENTRY_KEYS)) {
            items.add(item(entry, rounds));
        }
        Duration budget = yaml.value("budget", Durations::parse);
        BrokerLife brokers = yaml.value("brokers", BrokerLife::parse, BrokerLife.ONCE);
        return new Suite(yaml.text("name"), yaml.text("description"), budget, new Work(items, rounds, brokers));
    }

    private static WorkItem item(YamlMapping entry, int rounds) throws InvalidFileException {
        Workload workload = workload(entry);
        Question question = entry.value("capacity", Question::ofCapacity, Question.FIGURES);
        try {
            int own = entry.number("rounds", 1, rounds);
            if (own > rounds) {
                throw new IllegalArgumentException(
                        "rounds is " + own + "; allowed: at most the suite's, which are " + rounds);
            }
            return new WorkItem(workload, own, question);
        } catch (IllegalArgumentException e) {
            throw entry.refused(e);
        }
    }

    private static Workload workload(YamlMapping entry) throws InvalidFileException {
        Workload named = entry.value("workload", BuiltIns::workloadNamed);
        Rate rate = entry.value("rate", Rate::parse, named.rate());
        Guarantee guarantee = entry.value("guarantee", WorkloadFile::guarantee, named.guarantee());
        Duration objective = entry.value("objective", Durations::parse, named.objective());
        Duration warmup = entry.value("warmup", Durations::parse, named.warmup());
        Duration duration = entry.value("duration", Durations::parse, named.duration());
        try {
            return WorkloadFile.checkRate(named.withGuarantee(guarantee)
                    .withRate(rate)
                    .withObjective(objective)
                    .withTimes(warmup, duration));
        } catch (IllegalArgumentException e) {
            throw entry.refused(e);
        }
    }
}
