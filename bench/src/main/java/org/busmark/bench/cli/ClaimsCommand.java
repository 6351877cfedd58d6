package org.busmark.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.results.claims.Claims;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.report.ClaimsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges claims by a run that is there already, so that a new claim can be held against an old run. */
@Command(
        name = "claims",
        description = "Judge the source document's claims, and your own, by what a run measured. A verdict of any kind"
                + " is an answer: the status is 0.")
final class ClaimsCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "DIR", description = "A run's folder.")
    Path folder = Path.of("");

    @Option(names = "--claims", paramLabel = "FILE.yaml", description = "Claims of yours; may be repeated.")
    List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON document on standard output.")
    boolean json;

    @Mixin
    HelpOption help = new HelpOption();

    ClaimsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InvalidFileException {
        Claims claims = Claims.builtIn();
        for (Path file : files) {
            claims = claims.with(file);
        }
        List<ClaimRecord> judged = claims.judge(RunFolders.document(folder));
        around.out().print(json ? JsonText.of(judged) + "\n" : ClaimsTable.of(judged));
        return ExitStatus.OK;
    }
}
