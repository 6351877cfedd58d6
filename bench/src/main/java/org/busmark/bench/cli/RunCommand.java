package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.ScriptFile;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusAdapter;
import org.busmark.results.files.InvalidFileException;
import org.busmark.workload.Rate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks everything, then runs the cells of a suite or of some workloads. */
@Command(name = "run", description = "Run a suite, or workloads, and write report and records.")
final class RunCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--suite", paramLabel = "NAME", description = "Which suite (default: quick).")
    @Nullable
    String suite;

    @Option(names = "--workload", paramLabel = "NAME|FILE.yaml", description = "A workload instead; may be repeated.")
    List<String> workloads = List.of();

    @Option(
            names = "--bus",
            split = ",",
            paramLabel = "BUS",
            description = "Which buses (default: all systems, and the bounds once).")
    List<String> buses = List.of();

    @Option(names = "--guarantee", paramLabel = "NAME", description = "Instead of the workloads' own.")
    @Nullable
    String guarantee;

    @Option(names = "--rate", paramLabel = "N/s|max", description = "Instead of the workloads' own.")
    @Nullable
    Rate rate;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each cell runs.")
    @Nullable
    Integer rounds;

    @Option(names = "--warmup", paramLabel = "D", description = "Such as 2s, instead of the workloads' own.")
    @Nullable
    Duration warmup;

    @Option(names = "--duration", paramLabel = "D", description = "Such as 10s, instead of the workloads' own.")
    @Nullable
    Duration duration;

    @Option(names = "--seed", paramLabel = "N", description = "Of the order of runs (default: a random one).")
    @Nullable
    Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Results (default: results/runs/<time>-<identity>).")
    @Nullable
    Path out;

    @Option(names = "--brokers", paramLabel = "native|external|docker", description = "Where brokers come from.")
    String brokers = "native";

    @Option(
            names = "--broker",
            paramLabel = "BUS=FILE.properties",
            description = "An external system, in its client's names; may be repeated.")
    List<String> brokerFiles = List.of();

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Private brokers' data (default: in the cache).")
    @Nullable
    Path dataDir;

    @Option(names = "--script", paramLabel = "FILE.yaml", description = "What the bus 'simulated' does to messages.")
    @Nullable
    Path script;

    @Option(names = "--plan", description = "Print cells, time and disk, and run nothing.")
    boolean planOnly;

    @Option(names = "--json", description = "One JSON document on standard output.")
    boolean json;

    @Mixin
    HelpOption help = new HelpOption();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InvalidFileException, IOException {
        List<BusAdapter> systems = new ChosenBuses(around).of(buses);
        ChosenWork work = ChosenWork.of(suite, workloads, around.busIds())
                .with(guarantee)
                .with(rate)
                .with(warmup, duration)
                .withRounds(rounds);
        if (script != null) {
            work = work.withScript(ScriptFile.read(script), systems);
        }
        BrokerMode mode = mode();
        ChosenBrokers connections = ChosenBrokers.of(mode, brokerFiles, systems);
        List<BusAdapter> bounds = new ChosenBuses(around).bounds(buses);
        Plan plan = Plan.of(work.workloads(), systems, bounds, work.rounds());
        refuseEmpty(plan);
        if (planOnly) {
            around.out().print(json ? JsonText.of(PlanText.json(plan)) + "\n" : PlanText.table(plan));
            return ExitStatus.OK;
        }
        Path data = Folders.dataFolder(dataDir, around.cache());
        if (mode == BrokerMode.NATIVE) {
            Folders.requireFree(data, plan.diskBytes(connections.properties().keySet()));
        }
        Path results = Folders.resultsFolder(out, around, plan);
        CampaignRequest request = new CampaignRequest(
                work.suiteName(),
                work.workloads(),
                systems.stream().map(BusAdapter::id).toList(),
                bounds.stream().map(BusAdapter::id).toList(),
                work.rounds(),
                seed == null ? ThreadLocalRandom.current().nextLong(1L << 53) : seed,
                results,
                mode,
                connections.properties(),
                data,
                around.commandLine());
        try (ProgressLine progress = ProgressLine.on(around.err())) {
            return around.campaign().run(request, around.out(), progress, json);
        }
    }

    private BrokerMode mode() {
        return switch (brokers) {
            case "native" -> BrokerMode.NATIVE;
            case "external" -> BrokerMode.EXTERNAL;
            case "docker" -> BrokerMode.DOCKER;
            default ->
                throw CommandFailure.usage(
                        String.format(Locale.ROOT, "--brokers is '%s'; allowed: native, external, docker", brokers));
        };
    }

    private static void refuseEmpty(Plan plan) {
        if (plan.offered().isEmpty()) {
            throw CommandFailure.usage(
                    "nothing to run: " + plan.cells().get(0).notOffered().orElse("no cell is offered"));
        }
    }
}
