package org.busmark.results.report.html;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.GuaranteeRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.WalkthroughRecord;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that has something for every section of a report, with histogram logs in a folder: throughput at two sizes,
 * open loops, round trips, capacities with sweeps, limits, an INVALID and some DEGRADED cells, a walkthrough, claims, and a
 * bus and a workload whose names are an attack.
 */
public final class RichCampaign {
    /** Ends an element, opens another that runs code, and turns the direction of writing. */
    public static final String HOSTILE = "</script><img src=x onerror=alert(1)>&\u2028\u202e'\"`{{title}}";

    private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0, 1.05);

    private static final Map<String, String> WORK =
            new TreeMap<>(Map.of("pattern", "queue", "partitions", "1", "window", "30000", "duration", "3 s"));

    private final MadeUpForks forks;
    private final List<ForkRecord> all = new ArrayList<>();
    private final List<CapacityRecord> capacities = new ArrayList<>();

    private RichCampaign(Path folder, int rounds) {
        this.forks = new MadeUpForks(folder, rounds);
    }

    /** Writes the logs into the folder and returns the document. */
    public static RunDocument in(Path folder, int rounds) throws IOException {
        RichCampaign campaign = new RichCampaign(folder, rounds);
        campaign.streams();
        campaign.openLoops();
        campaign.roundTrips();
        campaign.capacity("kafka", 61_000, 900);
        campaign.capacity("rabbitmq", 19_700, 260);
        campaign.hostile();
        return campaign.document(folder);
    }

    private void streams() throws IOException {
        for (int bytes : new int[] {100, 1024}) {
            for (Guarantee guarantee : List.of(Guarantee.FIRE_AND_FORGET, Guarantee.PERSISTED)) {
                double slower = (bytes == 100 ? 1 : 4) * (guarantee == Guarantee.PERSISTED ? 1.3 : 1);
                stream("kafka", bytes, guarantee, 640_000 / slower);
                stream("rabbitmq", bytes, guarantee, 38_000 / Math.sqrt(slower));
                if (guarantee == Guarantee.FIRE_AND_FORGET) {
                    stream("zeromq", bytes, guarantee, 2_300_000 / slower);
                    stream("tcp", bytes, guarantee, 6_300_000 / slower);
                    stream("loopback", bytes, guarantee, 10_900_000);
                }
            }
        }
    }

    private void stream(String bus, int bytes, Guarantee guarantee, double perSecond) throws IOException {
        CellCoordinates cell = cell(bus, "stream-" + bytes, guarantee, Rate.MAX, bytes, "StreamBenchmark");
        all.addAll(forks.of(cell, perSecond, 10_000 / perSecond * 1e6, Verdict.VALID));
    }

    private void openLoops() throws IOException {
        openLoop("kafka", Guarantee.FIRE_AND_FORGET, 3_400, Verdict.VALID);
        openLoop("rabbitmq", Guarantee.FIRE_AND_FORGET, 310, Verdict.DEGRADED);
        openLoop("zeromq", Guarantee.FIRE_AND_FORGET, 61, Verdict.VALID);
        openLoop("loopback", Guarantee.FIRE_AND_FORGET, 0.8, Verdict.VALID);
        openLoop("kafka", Guarantee.PERSISTED, 3_900, Verdict.VALID);
        openLoop("rabbitmq", Guarantee.PERSISTED, 1_450, Verdict.INVALID);
    }

    private void openLoop(String bus, Guarantee guarantee, double p50Us, Verdict verdict) throws IOException {
        CellCoordinates cell = cell(bus, "small-open-loop", guarantee, Rate.perSecond(5_000), 100, "OpenLoopBenchmark");
        all.addAll(forks.of(cell, 5_000, p50Us, verdict));
    }

    private void roundTrips() throws IOException {
        for (Map.Entry<String, Double> bus :
                Map.of("kafka", 1_900.0, "rabbitmq", 410.0, "zeromq", 96.0).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            CellCoordinates cell =
                    cell(bus.getKey(), "ping-pong", Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "RoundTripBenchmark");
            all.addAll(forks.of(cell, 1e6 / bus.getValue(), bus.getValue(), Verdict.VALID));
        }
    }

    /** Latency grows as the load comes near the capacity, and the backlog beyond it. */
    private void capacity(String bus, double perSecond, double idleUs) throws IOException {
        List<SweepPoint> points = new ArrayList<>();
        for (double share : SHARES) {
            CellCoordinates cell = cell(
                    bus,
                    "kilobyte-open-loop",
                    Guarantee.PERSISTED,
                    Rate.perSecond(Math.rint(share * perSecond)),
                    1024,
                    "OpenLoopBenchmark");
            double p50Us = idleUs / Math.max(0.02, 1.04 - share);
            all.addAll(forks.of(cell, share * perSecond, p50Us, share > 1 ? Verdict.DEGRADED : Verdict.VALID));
            points.add(new SweepPoint(share, cell.cellId()));
        }
        List<Probe> probes = List.of(
                new Probe(2_000, true, null, 2 * idleUs),
                new Probe(2 * perSecond, false, "backlog grows by 900 messages a second, allowed 20", null),
                new Probe(perSecond, true, null, 20 * idleUs));
        capacities.add(new CapacityRecord(
                bus, "kilobyte-open-loop", Guarantee.PERSISTED, 1024, 50_000, perSecond, null, probes, points));
    }

    private void hostile() throws IOException {
        CellCoordinates cell = new CellCoordinates(
                "hostile",
                HOSTILE,
                HOSTILE,
                Guarantee.FIRE_AND_FORGET,
                Rate.perSecond(700),
                64,
                "OpenLoopBenchmark",
                Map.of(HOSTILE, HOSTILE));
        all.addAll(forks.of(cell, 700, 500, Verdict.DEGRADED));
        capacities.add(new CapacityRecord(
                HOSTILE, HOSTILE, Guarantee.ACKNOWLEDGED, 64, 50_000, null, HOSTILE, List.of(), List.of()));
    }

    private static CellCoordinates cell(
            String bus, String workload, Guarantee guarantee, Rate rate, int bytes, String benchmark) {
        String id = bus + "-" + workload + "-" + guarantee + "-" + rate.perSecond();
        return new CellCoordinates(id, bus, workload, guarantee, rate, bytes, benchmark, WORK);
    }

    private RunDocument document(Path folder) throws IOException {
        List<CellRecord> cells = new CellAssembler(new HistogramLogs(folder)).assemble(all);
        return new RunDocument(
                RunDocument.SCHEMA_VERSION,
                "20261122-140305-abc123",
                Instant.parse("2026-11-22T14:03:05Z"),
                new HarnessRecord("0.1.0", "0e5f429", List.of("./busmark", "run", "--suite", "rich", HOSTILE)),
                42,
                "rich",
                environment(),
                buses(),
                List.of(new NotOffered("zeromq", HOSTILE, Guarantee.PERSISTED, "keeps nothing on disk")),
                cells,
                ComparisonAssembler.compare(cells, Set.of("loopback", "tcp")),
                claims(cells),
                walkthroughs(),
                capacities);
    }

    private static EnvironmentRecord environment() {
        return new EnvironmentRecord(
                "Made-up CPU at 3 GHz",
                2,
                25_769_803_776L,
                "Debian GNU/Linux 12 (bookworm)",
                "Linux 6.1",
                "OpenJDK 17.0.15",
                "-Xms1g -Xmx2g",
                "tmpfs",
                1_048_576L,
                3.0,
                300.0,
                0.5,
                50_000L,
                Map.of(HOSTILE, HOSTILE),
                812.5,
                4_400.0);
    }

    private static List<BusRecord> buses() {
        return List.of(
                bus("kafka", "Apache Kafka", "4.4.0", null),
                bus("rabbitmq", "RabbitMQ", "4.0.5", null),
                bus("zeromq", "ZeroMQ (JeroMQ)", null, null),
                bus("tcp", "Raw TCP (bound)", null, null),
                bus("loopback", "Loopback (bound)", null, null),
                bus(HOSTILE, HOSTILE, HOSTILE, null),
                bus("missing", "Missing Bus", null, new BusRecord.NotMeasured("no apt here", "install it")));
    }

    private static BusRecord bus(
            String id, String name, @Nullable String broker, BusRecord.@Nullable NotMeasured notMeasured) {
        return new BusRecord(
                id,
                name,
                "4.4.0",
                broker,
                broker == null ? null : "native: unpacked",
                notMeasured,
                List.of(
                        new GuaranteeRecord(Guarantee.FIRE_AND_FORGET, "nobody acknowledges", Map.of("acks", "0")),
                        new GuaranteeRecord(
                                Guarantee.PERSISTED, "written before it is answered", Map.of("acks", "all"))),
                broker == null ? null : "steady; messages/s every 2 s: 700000, 710000, 705000");
    }

    private static List<ClaimRecord> claims(List<CellRecord> cells) {
        Evidence evidence = new Evidence(List.of(cells.get(0).cellId()), "Kafka moves more: " + HOSTILE, 17.0);
        return List.of(
                new ClaimRecord(
                        "kafka-throughput", "2.1", "Kafka moves the most.", ClaimVerdict.DEPENDS, List.of(evidence)),
                new ClaimRecord("hostile", HOSTILE, HOSTILE, ClaimVerdict.UNDECIDED, List.of()));
    }

    private static List<WalkthroughRecord> walkthroughs() {
        return List.of(new WalkthroughRecord(
                "kafka",
                Guarantee.PERSISTED,
                WalkthroughRecord.Variant.MENDED,
                List.of("create a topic", HOSTILE),
                List.of(new WalkthroughRecord.Sent(0, HOSTILE, "ACKNOWLEDGED")),
                List.of(new WalkthroughRecord.Arrival(0, 2)),
                null));
    }
}
