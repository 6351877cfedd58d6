package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.CellRunner;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.RunDocument;
import org.busmark.traffic.Conditioning;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;
import org.busmark.workload.Work;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/** A campaign in a folder, with real brokers' processes where the bus has them, and with forks that are made up. */
final class FakeCampaign {
    static final Workload STREAM =
            BuiltIns.workloadNamed("small-stream").withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1));
    static final Workload OPEN =
            BuiltIns.workloadNamed("small-open-loop").withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final FakeForks forks = new FakeForks();
    private final List<Duration> conditioned = new ArrayList<>();
    private final Path folder;
    private final Work work;
    private final List<String> buses;

    FakeCampaign(Path folder, Work work, String... buses) {
        this.folder = folder;
        this.work = work;
        this.buses = List.of(buses);
    }

    FakeForks forks() {
        return forks;
    }

    /** How long each broker could be conditioned at most, in order. */
    List<Duration> conditioned() {
        return conditioned;
    }

    CampaignRequest request() {
        return request(42);
    }

    CampaignRequest request(long seed) {
        return request(seed, null);
    }

    CampaignRequest request(long seed, @Nullable Duration budget) {
        return new CampaignRequest(
                "made-up",
                work,
                budget,
                buses,
                List.of(),
                seed,
                folder.resolve("out"),
                BrokerMode.NATIVE,
                Map.of(),
                Map.of(),
                folder.resolve("data"),
                List.of("run", "--a-test"));
    }

    /** Runs it, or goes on with it, and returns its status. */
    int run() throws IOException {
        return run(request());
    }

    int run(CampaignRequest request) throws IOException {
        data.reset();
        CampaignTools tools = new CampaignTools(
                (host, limit) -> {
                    if (!host.adapter().capabilities().needsBroker()) {
                        return null;
                    }
                    conditioned.add(limit);
                    return new Conditioning.Outcome(true, List.of(1000.0));
                },
                forks,
                FakeCampaign::search);
        return Campaign.run(
                request,
                new PrintStream(data, true, StandardCharsets.UTF_8),
                new ProgressLine(new PrintStream(told, true, StandardCharsets.UTF_8), false, System::nanoTime),
                false,
                tools);
    }

    /** Runs it until it dies after so many runs more. */
    void runUntilDeath(int more) {
        forks.dieAfter(more);
        assertThrows(FakeForks.Death.class, this::run);
    }

    StoredCampaign stored() throws IOException {
        return StoredCampaign.open(folder.resolve("out"));
    }

    RunDocument document() throws IOException {
        return stored().document();
    }

    Path out() {
        return folder.resolve("out");
    }

    String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    String printed() {
        return data.toString(StandardCharsets.UTF_8);
    }

    /** Two probes, and then it is known. */
    private static CapacityRecord search(Cell cell, CellRunner runner, java.util.function.Consumer<String> progress)
            throws IOException {
        List<Probe> probes = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            double rate = i * FakeForks.CEILING_PER_SECOND;
            progress.accept("probe " + i);
            Workload probed = cell.workload().withRate(new Rate(rate));
            Double got =
                    runner.run(new Cell(cell.bus(), probed), 1000 + i).run().throughputPerSecond();
            probes.add(new Probe(rate, got != null && got >= rate, got == null ? "nothing came" : null, null));
        }
        boolean any = probes.get(0).sustained();
        return new CapacityRecord(
                cell.bus(),
                cell.workload().name(),
                cell.workload().guarantee(),
                cell.workload().message().bytes(),
                50_000,
                any ? FakeForks.CEILING_PER_SECOND : null,
                any ? null : "nothing came",
                probes,
                List.of());
    }
}
