package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.ScriptFile;
import org.busmark.bench.plan.Forecast;
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

    @Option(
            names = "--warmup",
            paramLabel = "D",
            description = "Such as 2s, instead of the workloads' own; longer while the JVM compiles.")
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

    @Option(names = "--resume", description = "Go on with the unfinished run in --out; nothing else need be said.")
    boolean resume;

    @Option(
            names = "--brokers",
            paramLabel = "native|external|docker",
            description = "Where brokers come from (default: native).")
    @Nullable
    String brokers;

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
        if (resume) {
            return goOn(Resumption.of(out));
        }
        AskedRun asked = asked();
        Plan plan = asked.plan();
        if (planOnly) {
            return print(plan, null);
        }
        Path data = Folders.dataFolder(dataDir, around.cache());
        requireFree(data, plan, asked.mode(), asked.connections().properties().keySet());
        Path results = Folders.resultsFolder(out, around, plan);
        long order = seed == null ? ThreadLocalRandom.current().nextLong(1L << 53) : seed;
        return run(asked.request(order, results, data, around.commandLine()));
    }

    private AskedRun asked() throws InvalidFileException {
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
        List<BusAdapter> bounds = new ChosenBuses(around).bounds(buses);
        return new AskedRun(work, systems, bounds, mode, ChosenBrokers.of(mode, brokerFiles, systems));
    }

    /** The folder says what was asked for; who says it again must say the same. */
    private Integer goOn(Resumption resumption) throws InvalidFileException, IOException {
        CampaignRequest request = saysWhatToRun() ? resumption.matched(repeated(resumption)) : resumption.request();
        Plan plan = Plan.of(
                request.work(),
                request.buses().stream().map(around::bus).toList(),
                request.bounds().stream().map(around::bus).toList());
        if (planOnly) {
            return print(plan, resumption.left());
        }
        requireFree(
                request.dataDir(),
                plan,
                request.brokers(),
                request.brokerProperties().keySet());
        Folders.requireFreeForResults(request.out(), plan.resultBytes());
        return run(request);
    }

    private CampaignRequest repeated(Resumption resumption) throws InvalidFileException, IOException {
        long order = seed == null ? resumption.seed() : seed;
        Path data = Folders.dataFolder(dataDir, around.cache());
        return asked().request(order, resumption.folder(), data, around.commandLine());
    }

    private boolean saysWhatToRun() {
        return Stream.of(suite, guarantee, rate, rounds, warmup, duration, seed, brokers, dataDir, script)
                        .anyMatch(Objects::nonNull)
                || !workloads.isEmpty()
                || !buses.isEmpty()
                || !brokerFiles.isEmpty();
    }

    /** @param left of a run that is gone on with; null where nothing is done yet */
    private Integer print(Plan plan, @Nullable Forecast left) {
        around.out().print(json ? JsonText.of(PlanText.json(plan, left)) + "\n" : PlanText.table(plan, left));
        return ExitStatus.OK;
    }

    private static void requireFree(Path data, Plan plan, BrokerMode mode, Set<String> elsewhere) {
        if (mode == BrokerMode.NATIVE) {
            Folders.requireFreeForBrokers(data, plan.diskBytes(elsewhere));
        }
    }

    private Integer run(CampaignRequest request) throws IOException {
        try (ProgressLine progress = ProgressLine.on(around.err())) {
            return around.campaign().run(request, around.out(), progress, json);
        }
    }

    private BrokerMode mode() {
        return switch (Objects.requireNonNullElse(brokers, "native")) {
            case "native" -> BrokerMode.NATIVE;
            case "external" -> BrokerMode.EXTERNAL;
            case "docker" -> BrokerMode.DOCKER;
            default ->
                throw CommandFailure.usage(
                        String.format(Locale.ROOT, "--brokers is '%s'; allowed: native, external, docker", brokers));
        };
    }
}
