package org.busmark.bench.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;

/** A run that somebody left: Kafka was walked through the example, and two capacities were found. */
final class LeftRun {
    private LeftRun() {}

    static RunDocument document() {
        return new RunDocument(
                RunDocument.SCHEMA_VERSION,
                "20261122-102030-0badcafe",
                Instant.parse("2026-11-22T10:20:30Z"),
                new HarnessRecord("0.1.0", null, List.of("./busmark", "run")),
                42,
                null,
                EnvironmentRecord.UNKNOWN,
                Stream.of("Apache Kafka", "RabbitMQ").map(LeftRun::bus).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(walked(Variant.AS_WRITTEN, 0), walked(Variant.MENDED, 10)),
                List.of(capacity("kafka", 60_000), capacity("rabbitmq", 20_000)));
    }

    private static BusRecord bus(String name) {
        String id = name.equals("RabbitMQ") ? "rabbitmq" : "kafka";
        return new BusRecord(id, name, "4.4.0", "4.4.0", "native: made up", null, List.of(), null);
    }

    private static WalkthroughRecord walked(Variant variant, int read) {
        return new WalkthroughRecord(
                "kafka",
                Guarantee.FLUSHED,
                variant,
                List.of("send", "read"),
                IntStream.range(0, 10)
                        .mapToObj(message -> new Sent(message, "key", "ACKNOWLEDGED"))
                        .toList(),
                IntStream.range(0, read)
                        .mapToObj(message -> new Arrival(message, 0))
                        .toList(),
                null);
    }

    private static CapacityRecord capacity(String bus, double perSecond) {
        return new CapacityRecord(
                bus,
                "kilobyte-open-loop",
                Guarantee.FIRE_AND_FORGET,
                1024,
                50_000,
                perSecond,
                null,
                List.of(
                        new Probe(perSecond, true, null, 900.0),
                        new Probe(1.02 * perSecond, false, "the backlog grew", null)),
                List.of(new SweepPoint(0.5, "half-" + bus)));
    }
}
