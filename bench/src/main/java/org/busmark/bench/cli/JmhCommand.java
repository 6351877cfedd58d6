package org.busmark.bench.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JMH itself with its own options. Alone it lists the benchmarks. */
@Command(name = "jmh", description = "Plain JMH on Busmark's benchmarks, with JMH's own options (-h shows them).")
final class JmhCommand implements Callable<Integer> {
    /** Make every JMH run on a bus a whole one: the broker's owner, and the percentiles of the merged series. */
    private static final List<String> BUS_PROFILERS =
            List.of("org.busmark.bench.jmh.BrokerProfiler", "org.busmark.bench.jmh.SeriesProfiler");

    private final Surroundings around;

    @Parameters(arity = "0..*", paramLabel = "ARG", description = "Options and benchmark patterns of JMH.")
    List<String> words = List.of();

    JmhCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        KnownBenchmarks known = KnownBenchmarks.ofClassPath();
        if (words.isEmpty()) {
            known.names().forEach(around.out()::println);
            return ExitStatus.OK;
        }
        known.refuseUnknownParameters(words);
        try {
            return run(new CommandLineOptions(words.toArray(new String[0])), known);
        } catch (NoBenchmarksException e) {
            throw CommandFailure.usage(
                    "jmh: no benchmark matches " + String.join(" ", words) + "; allowed: "
                            + String.join(", ", known.names()),
                    e);
        } catch (CommandLineOptionException | ProfilersFailedException | ProfilerException e) {
            throw CommandFailure.usage("jmh: " + e.getMessage(), e);
        } catch (RunnerException e) {
            around.err().println("busmark: jmh: " + e.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private static int run(CommandLineOptions asked, KnownBenchmarks known)
            throws IOException, RunnerException, ProfilerException {
        if (asked.shouldHelp()) {
            asked.showHelp();
        } else if (asked.shouldList()) {
            new Runner(asked).list();
        } else if (asked.shouldListWithParams()) {
            new Runner(asked).listWithParams(asked);
        } else if (asked.shouldListProfilers()) {
            asked.listProfilers();
        } else if (asked.shouldListResultFormats()) {
            asked.listResultFormats();
        } else {
            // JMH ends with status 0 when every benchmark threw; a script must be able to tell.
            return new Runner(withProfilers(asked, known)).run().isEmpty() ? ExitStatus.FAILED : ExitStatus.OK;
        }
        return ExitStatus.OK;
    }

    private static Options withProfilers(CommandLineOptions asked, KnownBenchmarks known) {
        OptionsBuilder options = new OptionsBuilder();
        options.parent(asked);
        if (known.anyOnABus(asked.getIncludes(), asked.getExcludes())) {
            BUS_PROFILERS.forEach(options::addProfiler);
        }
        return options.build();
    }
}
