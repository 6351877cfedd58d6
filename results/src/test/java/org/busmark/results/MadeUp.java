package org.busmark.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Disturbance;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.GuaranteeRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/** Records as a campaign would leave them, with figures that are easy to check by head. */
public final class MadeUp {
    private MadeUp() {}

    /** The closed loop of 100 B messages. */
    public static CellCoordinates stream(String bus) {
        return new CellCoordinates(
                "stream-" + bus, bus, "small-stream", Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "StreamBenchmark");
    }

    /** 1 KiB messages at 10,000 a second. */
    public static CellCoordinates openLoop(String bus) {
        return new CellCoordinates(
                "open-" + bus, bus, "steady", Guarantee.PERSISTED, Rate.perSecond(10_000), 1024, "OpenLoopBenchmark");
    }

    /** One message at a time. */
    public static CellCoordinates roundTrip(String bus) {
        return new CellCoordinates(
                "ping-" + bus, bus, "ping-pong", Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "RoundTripBenchmark");
    }

    /** Everything arrived once. */
    public static LedgerRecord cleanLedger(long messages) {
        return new LedgerRecord(
                messages, messages, 0, messages, messages, 0, 0, 0, 0, 0, 0, 0, List.of(), messages, 0, 0, 0);
    }

    /** Three of a million are missing. */
    public static LedgerRecord lossyLedger() {
        return new LedgerRecord(
                1_000_000,
                1_000_000,
                1_000_000,
                999_997,
                999_997,
                3,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of("producer 0 sequence 17"),
                0,
                0,
                0,
                0);
    }

    /** Percentiles at 1, 2, 10, 50 and 200 times the median. */
    public static SeriesRecord series(double p50Us) {
        return new SeriesRecord(
                p50Us, 2 * p50Us, 10 * p50Us, 50 * p50Us, 200 * p50Us, 400 * p50Us, 200_000, 1, null, null, 0, 0);
    }

    /** A run of the closed loop. */
    public static ForkRecord streamRun(String bus, int round, double perSecond) {
        return new ForkRecord(stream(bus), run(round, Verdict.VALID, List.of(), perSecond, null, series(900)));
    }

    /** A run of the open loop. */
    public static ForkRecord openLoopRun(String bus, int round, double responseP50Us) {
        return new ForkRecord(
                openLoop(bus),
                run(round, Verdict.VALID, List.of(), 10_000, series(responseP50Us), series(responseP50Us / 2)));
    }

    /** A run of the ping-pong. */
    public static ForkRecord roundTripRun(String bus, int round, double serviceP50Us) {
        return new ForkRecord(
                roundTrip(bus), run(round, Verdict.VALID, List.of(), 1e6 / serviceP50Us, null, series(serviceP50Us)));
    }

    /** A run with its verdict. */
    public static RunRecord run(
            int round,
            Verdict verdict,
            List<String> reasons,
            double perSecond,
            @Nullable SeriesRecord response,
            @Nullable SeriesRecord service) {
        return new RunRecord(
                round,
                verdict,
                reasons,
                perSecond,
                response,
                service,
                null,
                null,
                null,
                verdict == Verdict.INVALID ? lossyLedger() : cleanLedger(1_000_000),
                new CostRecord(3.5, 8.25, 200_000_000L + round, 450_000_000L, 1.5e8, null),
                Map.of(
                        SeriesKind.SERVICE,
                        "histograms/service-" + round + ".hlog",
                        SeriesKind.RESPONSE,
                        "histograms/response-" + round + ".hlog"),
                Map.of(Disturbance.RECONNECT, 1L),
                List.of(),
                "4.4.0",
                "4.4.0",
                Map.of("linger.ms", "5"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A run with a reconnect, two sends without an outcome and one outcome too many. */
    public static RunRecord disturbedRun(int round) {
        return new RunRecord(
                round,
                Verdict.DEGRADED,
                List.of("2 sends without any outcome"),
                500_000.0,
                null,
                series(900),
                null,
                null,
                null,
                new LedgerRecord(10, 10, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, List.of(), 8, 0, 0, 0, 2, 1),
                null,
                Map.of(),
                Map.of(Disturbance.RECONNECT, 1L),
                List.of("RECONNECT: connection reset"),
                "4.4.0",
                "4.4.0",
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same run with other settings in effect. */
    public static RunRecord withSettings(RunRecord run, Map<String, String> settings) {
        return new RunRecord(
                run.round(),
                run.verdict(),
                run.reasons(),
                run.throughputPerSecond(),
                run.response(),
                run.service(),
                run.ack(),
                run.pacingLag(),
                run.blocked(),
                run.ledger(),
                run.cost(),
                run.histogramFiles(),
                run.disturbances(),
                run.disturbanceLines(),
                run.clientVersion(),
                run.brokerVersion(),
                settings,
                run.pacerError(),
                run.jitter(),
                run.backlog(),
                run.stolenCpuShare(),
                run.foreignCpuShare(),
                run.compilingShare(),
                null);
    }

    /** A run of the open loop with all that the instrument says of itself. */
    public static ForkRecord watchedRun(String bus, int round) {
        RunRecord run = openLoopRun(bus, round, 800).run();
        return new ForkRecord(
                openLoop(bus),
                new RunRecord(
                        run.round(),
                        run.verdict(),
                        run.reasons(),
                        run.throughputPerSecond(),
                        run.response(),
                        run.service(),
                        run.ack(),
                        series(20),
                        series(3),
                        run.ledger(),
                        new CostRecord(3.5, 8.25, 200_000_000L, 450_000_000L, 1.5e8, 1.25),
                        run.histogramFiles(),
                        run.disturbances(),
                        run.disturbanceLines(),
                        run.clientVersion(),
                        run.brokerVersion(),
                        run.settings(),
                        series(10),
                        series(30),
                        List.of(new BacklogRecord(0, 7, 0), new BacklogRecord(0.25, 9, 2_500)),
                        0.001,
                        0.02,
                        0.12,
                        null));
    }

    /** A bus that was measured. */
    public static BusRecord bus(String id, String displayName) {
        return new BusRecord(
                id,
                displayName,
                "4.4.0",
                "4.4.0",
                "native: Maven Central",
                null,
                List.of(new GuaranteeRecord(Guarantee.FIRE_AND_FORGET, "nobody acknowledges", Map.of("acks", "0"))),
                "steady; messages/s every 2 s: 700000, 710000, 705000");
    }

    /** A document around these cells. */
    public static RunDocument document(List<CellRecord> cells, List<ComparisonRecord> comparisons) {
        List<BusRecord> buses = new ArrayList<>(List.of(bus("kafka", "Kafka"), bus("zeromq", "ZeroMQ")));
        buses.add(new BusRecord(
                "rabbitmq",
                "RabbitMQ",
                null,
                null,
                null,
                new BusRecord.NotMeasured("no apt here", "install rabbitmq-server"),
                List.of(),
                null));
        return new RunDocument(
                RunDocument.SCHEMA_VERSION,
                "2026-11-22T14-03-05-abc123",
                Instant.parse("2026-11-22T14:03:05Z"),
                new HarnessRecord("0.1.0", "0e5f429", List.of("./busmark", "run", "--suite", "quick")),
                42,
                "quick",
                new EnvironmentRecord(
                        "Made-up CPU at 3 GHz",
                        2,
                        25_769_803_776L,
                        "Debian 12",
                        "Linux 6.1",
                        "OpenJDK 17.0.15",
                        null,
                        "tmpfs",
                        1_048_576L,
                        3.0,
                        300.0,
                        0.5,
                        50_000L,
                        Map.of(),
                        null,
                        null),
                buses,
                List.of(new NotOffered("zeromq", "steady", Guarantee.PERSISTED, "keeps nothing on disk")),
                cells,
                comparisons,
                List.of(),
                List.of(),
                List.of());
    }
}
