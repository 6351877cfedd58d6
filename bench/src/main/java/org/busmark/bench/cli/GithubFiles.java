package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.GithubBenchmarks;

/** The two files for github-action-benchmark, named after the action's tools that read them. */
final class GithubFiles {
    static final String BIGGER = "customBiggerIsBetter.json";
    static final String SMALLER = "customSmallerIsBetter.json";

    private GithubFiles() {}

    static void write(Path folder, RunDocument b, CampaignComparison comparison) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(BIGGER), json(GithubBenchmarks.entries(b, comparison, true)));
            Files.writeString(folder.resolve(SMALLER), json(GithubBenchmarks.entries(b, comparison, false)));
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "--github " + folder + ": cannot be written; allowed: a folder that can be made or written", e);
        }
    }

    private static String json(List<GithubBenchmarks.Entry> entries) {
        return JsonText.of(entries.stream().map(GithubFiles::entry).toList()) + "\n";
    }

    private static Map<String, Object> entry(GithubBenchmarks.Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", entry.name());
        map.put("unit", entry.unit());
        map.put("value", entry.value());
        entry.range().ifPresent(range -> map.put("range", range));
        map.put("extra", entry.extra());
        return map;
    }
}
