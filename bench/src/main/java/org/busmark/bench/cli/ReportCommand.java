package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.results.record.RunDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run's reports anew from what its folder holds. Nothing is measured. */
@Command(name = "report", description = "Write a run's reports anew from its folder; prints the files.")
final class ReportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
    Path folder = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "html, md, csv, json, hgrm, png (default: ${DEFAULT-VALUE}).",
            defaultValue = "html,md,csv")
    List<String> formats = List.of();

    @Mixin
    HelpOption help = new HelpOption();

    ReportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        List<ReportFormat> chosen =
                formats.stream().distinct().map(ReportFormat::of).toList();
        RunDocument document = RunFolders.document(folder);
        // The page and the percentile files find the same log missing: it is said once.
        Set<String> problems = new LinkedHashSet<>();
        for (ReportFormat format : chosen) {
            ReportFormat.Written written = write(format, document);
            written.files().forEach(around.out()::println);
            problems.addAll(written.problems());
        }
        problems.forEach(problem -> around.err().println("busmark: " + problem + "; its curve is left out"));
        return problems.isEmpty() ? ExitStatus.OK : ExitStatus.USAGE;
    }

    private ReportFormat.Written write(ReportFormat format, RunDocument document) {
        try {
            return format.write(folder, document);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    folder + ": cannot be written: " + e + "; allowed: a folder that can be written", e);
        }
    }
}
