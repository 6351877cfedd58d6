package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.campaign.MeasurementLock;
import org.busmark.bench.crosscheck.CrosscheckRequest;
import org.busmark.bench.crosscheck.CrosscheckResult;
import org.busmark.bench.crosscheck.VendorTools;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.workload.DataSize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the vendors' own tools and Busmark side by side. */
@Command(
        name = "crosscheck",
        description = "Run the vendors' own tools and Busmark in turn on the same private broker, and compare.")
final class CrosscheckCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--bus", split = ",", paramLabel = "BUS", description = "Which buses (default: all with a tool).")
    List<String> buses = List.of();

    @Option(
            names = "--message",
            split = ",",
            paramLabel = "SIZE",
            description = "Such as \"100 B\"; may be repeated (default: 100 B and 1 KiB).")
    List<DataSize> messages = List.of(new DataSize(100), new DataSize(1024));

    @Option(names = "--guarantee", paramLabel = "NAME", description = "Which one (default: ${DEFAULT-VALUE}).")
    String guarantee = Guarantee.FIRE_AND_FORGET.name();

    @Option(names = "--window", paramLabel = "N", description = "Of Busmark, in messages (default: ${DEFAULT-VALUE}).")
    int window = CrosscheckRequest.DEFAULT_WINDOW;

    @Option(names = "--rounds", paramLabel = "N", description = "How often both run (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--warmup", paramLabel = "D", description = "Of each run (default: 8 s).")
    Duration warmup = Duration.ofSeconds(8);

    @Option(names = "--duration", paramLabel = "D", description = "Measured in each run (default: 5 s).")
    Duration duration = Duration.ofSeconds(5);

    @Option(names = "--out", paramLabel = "DIR", description = "Logs (default: results/runs/<time>-crosscheck).")
    @Nullable
    Path out;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Private brokers' data (default: in the cache).")
    @Nullable
    Path dataDir;

    @Option(names = "--json", description = "One JSON document on standard output.")
    boolean json;

    @Mixin
    HelpOption help = new HelpOption();

    CrosscheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path notYet = around.home();
        CrosscheckRequest asked = request(notYet, notYet);
        Plan plan = plan(asked);
        if (plan.offered().isEmpty()) {
            throw CommandFailure.usage(
                    "nothing to check: " + plan.cells().get(0).notOffered().orElse("no cell is offered"));
        }
        Path data = Folders.dataFolder(dataDir, around.cache());
        // The tool writes as much as Busmark, and Kafka keeps a deleted topic's files for a minute.
        Folders.requireFreeForBrokers(data, 2 * plan.diskBytesUnsettled());
        CrosscheckRequest request = request(Folders.resultsFolder(out, around, "crosscheck"), data);
        CrosscheckResult result = measure(request);
        around.out().print(json ? JsonText.of(CrosscheckText.json(result)) + "\n" : CrosscheckText.table(result));
        CrosscheckText.problems(result).forEach(around.err()::println);
        around.err().println("logs: " + request.out().resolve("logs"));
        return result.anyFailed() ? ExitStatus.FAILED : result.anyLacking() ? ExitStatus.LACKING : ExitStatus.OK;
    }

    private CrosscheckResult measure(CrosscheckRequest request) throws IOException {
        try (MeasurementLock held = Alone.measuring();
                ProgressLine progress = ProgressLine.on(around.err())) {
            return around.crosscheck().run(request, progress);
        }
    }

    /** A workload checks its own values. */
    private static Plan plan(CrosscheckRequest asked) {
        try {
            return Plan.of(asked.workloads(), asked.buses(), asked.rounds());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private CrosscheckRequest request(Path folder, Path data) {
        if (rounds < 1) {
            throw CommandFailure.usage("--rounds is " + rounds + "; allowed: at least 1");
        }
        try {
            return new CrosscheckRequest(
                    chosen(), messages, guarantee(), window, rounds, warmup, duration, folder, data, around.cache());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private List<BusAdapter> chosen() {
        List<String> known = VendorTools.buses();
        if (buses.isEmpty()) {
            return around.buses().stream()
                    .filter(bus -> known.contains(bus.id()))
                    .toList();
        }
        for (String bus : buses) {
            if (!known.contains(bus)) {
                throw CommandFailure.usage(
                        "'" + bus + "' has no tool to check against; allowed: " + String.join(", ", known));
            }
        }
        return new LinkedHashSet<>(buses).stream().map(around::bus).toList();
    }

    private Guarantee guarantee() {
        return Arrays.stream(Guarantee.values())
                .filter(known -> known.name().equals(guarantee))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage(
                        "--guarantee is '" + guarantee + "'; allowed: " + Arrays.toString(Guarantee.values())));
    }
}
