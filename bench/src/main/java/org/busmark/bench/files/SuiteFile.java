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
import org.busmark.workload.Durations;
import org.busmark.workload.Rate;
import org.busmark.workload.Suite;
import org.busmark.workload.Workload;

/** A suite as a YAML file: built-in workloads by name, each with what the suite changes of it. */
final class SuiteFile {
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("name", "description", "rounds", "budget", "workloads"));
    private static final Set<String> ENTRY_KEYS =
            new LinkedHashSet<>(List.of("workload", "guarantee", "rate", "warmup", "duration"));

    private SuiteFile() {}

    static Suite read(TextFile source) throws InvalidFileException {
        YamlMapping yaml = YamlMapping.parse(source, KEYS);
        List<Workload> workloads = new ArrayList<>();
        for (YamlMapping entry : yaml.mappings("workloads", ENTRY_KEYS)) {
            workloads.add(workload(entry));
        }
        Duration budget = yaml.value("budget", Durations::parse);
        return new Suite(yaml.text("name"), yaml.text("description"), yaml.number("rounds", 1, 1), budget, workloads);
    }

    private static Workload workload(YamlMapping entry) throws InvalidFileException {
        Workload named = entry.value("workload", BuiltIns::workloadNamed);
        Rate rate = entry.value("rate", Rate::parse, named.rate());
        Guarantee guarantee = entry.value("guarantee", WorkloadFile::guarantee, named.guarantee());
        Duration warmup = entry.value("warmup", Durations::parse, named.warmup());
        Duration duration = entry.value("duration", Durations::parse, named.duration());
        try {
            return WorkloadFile.checkRate(
                    named.withGuarantee(guarantee).withRate(rate).withTimes(warmup, duration));
        } catch (IllegalArgumentException e) {
            throw entry.refused(e);
        }
    }
}
