package org.busmark.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.environment.ProgramPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what this machine can run, what it lacks and how to get it. Downloads and starts nothing. */
@Command(name = "doctor", description = "What this machine can run, what is missing, how to get it.")
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Private brokers' data (default: in the cache).")
    @Nullable
    Path dataDir;

    @Mixin
    HelpOption help = new HelpOption();

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path data = Folders.dataFolder(dataDir, around.cache());
        List<Check> checks = new Checkup(around, data, ProgramPath.ofEnvironment()).checks();
        Table table = new Table();
        for (Check check : checks) {
            table.row(check.state().name().toLowerCase(Locale.ROOT), check.what(), check.found());
            if (!check.remedy().isEmpty()) {
                table.row("", "", "-> " + check.remedy());
            }
        }
        around.out().print(table);
        boolean lacks = checks.stream().anyMatch(check -> check.state() == Check.State.MISSING);
        around.err()
                .println(
                        lacks
                                ? "busmark: suite quick cannot do all its work on this machine; see 'missing'"
                                : "busmark: this machine can run suite quick");
        return lacks ? ExitStatus.LACKING : ExitStatus.OK;
    }
}
