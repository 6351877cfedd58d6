package org.busmark.bench.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Alone it prints its usage. */
@Command(
        name = "busmark",
        versionProvider = Version.class,
        description = "Runs identical work through messaging systems and says how they compare, and how sure that is.",
        footer = {
            "",
            "Exit status: 0 ok; 1 a run failed or is INVALID; 2 usage or configuration;",
            "             3 compare found a regression; 4 this machine lacks something; 130 interrupted."
        })
final class BusmarkCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
    boolean debug;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    boolean version;

    @Mixin
    HelpOption help = new HelpOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    BusmarkCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out);
        return ExitStatus.OK;
    }
}
