package org.busmark.results.claims;

import static org.busmark.bus.Guarantee.FIRE_AND_FORGET;
import static org.busmark.bus.Guarantee.PERSISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.junit.jupiter.api.Test;

final class ComparisonConditionTest {
    private static final String FASTER = """
            - comparison: {faster: kafka, than: zeromq, metric: throughputPerSecond, message: [100 B, 1 KiB]}
            """;
    private static final String TO_MEASURE = "to measure what is missing: ./busmark run --suite standard";

    @Test
    void supportedWhenAllOfItSupports() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        FASTER,
                        new MadeUpRun()
                                .stream("kafka", FIRE_AND_FORGET, 100, 300_000).stream(
                                        "zeromq", FIRE_AND_FORGET, 100, 100_000)
                                        .stream("kafka", FIRE_AND_FORGET, 1024, 200_000)
                                        .stream("zeromq", FIRE_AND_FORGET, 1024, 100_000))
                .is(ClaimVerdict.SUPPORTED);
        assertEquals(2, claim.pieces());
        assertEquals(
                List.of("kafka-FIRE_AND_FORGET-100", "zeromq-FIRE_AND_FORGET-100"),
                claim.evidence(0).cells());
        assertEquals(3, Objects.requireNonNull(claim.evidence(0).value()), 0.1);
        String text = claim.evidence(0).text();
        assertTrue(
                text.matches("supports: Kafka moves 3\\.0x \\[2\\.9, 3\\.1\\] what ZeroMQ does: throughput 300k against"
                        + " 100k msg/s \\(FIRE_AND_FORGET, 100 B, closed loop, 100-stream, 5 rounds\\)"),
                text);
    }

    @Test
    void refutedWhenAllOfItRefutesWhicheverStandsLeft() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        FASTER,
                        new MadeUpRun()
                                .stream("zeromq", FIRE_AND_FORGET, 100, 300_000).stream(
                                        "kafka", FIRE_AND_FORGET, 100, 100_000)
                                        .stream("kafka", FIRE_AND_FORGET, 1024, 50_000)
                                        .stream("zeromq", FIRE_AND_FORGET, 1024, 100_000))
                .is(ClaimVerdict.REFUTED);
        assertEquals(1 / 3.0, Objects.requireNonNull(claim.evidence(0).value()), 0.01);
        assertEquals(1 / 2.0, Objects.requireNonNull(claim.evidence(1).value()), 0.02);
        assertTrue(claim.evidence(1).text().startsWith("refutes: ZeroMQ moves 2.0x"));
    }

    @Test
    void dependsOnTheSizeWithBothNumbers() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        FASTER,
                        new MadeUpRun()
                                .stream("kafka", FIRE_AND_FORGET, 100, 300_000).stream(
                                        "zeromq", FIRE_AND_FORGET, 100, 100_000)
                                        .stream("kafka", FIRE_AND_FORGET, 1024, 50_000)
                                        .stream("zeromq", FIRE_AND_FORGET, 1024, 100_000))
                .is(ClaimVerdict.DEPENDS);
        assertEquals(3, claim.pieces());
        assertEquals(
                "depends on the message size (supports: 100 B; refutes: 1 KiB)",
                claim.evidence(0).text());
        assertTrue(claim.evidence(1).text().contains("300k against 100k msg/s"));
        assertTrue(claim.evidence(2).text().contains("100k against 50.0k msg/s"));
    }

    @Test
    void dependsOnTwoThingsTogether() throws IOException {
        MadeUpRun run = new MadeUpRun();
        for (int bytes : List.of(100, 1024)) {
            run.stream("kafka", FIRE_AND_FORGET, bytes, 300_000).stream("zeromq", FIRE_AND_FORGET, bytes, 100_000);
            run.stream("kafka", PERSISTED, bytes, bytes == 100 ? 300_000 : 30_000).stream(
                    "zeromq", PERSISTED, bytes, 100_000);
        }
        assertEquals(
                "depends on the message size and the guarantee (supports: 100 B and FIRE_AND_FORGET,"
                        + " 100 B and PERSISTED, 1 KiB and FIRE_AND_FORGET; refutes: 1 KiB and PERSISTED)",
                ClaimOf.conditions(FASTER, run)
                        .is(ClaimVerdict.DEPENDS)
                        .evidence(0)
                        .text());
    }

    @Test
    void notShownIsNoneOfTheOthers() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        FASTER.replace(", 1 KiB", ""),
                        new MadeUpRun()
                                .wildStream("kafka", FIRE_AND_FORGET, 100, 300_000).stream(
                                        "zeromq", FIRE_AND_FORGET, 100, 100_000))
                .is(ClaimVerdict.NOT_SHOWN);
        assertTrue(
                claim.evidence(0).text().startsWith("not shown: Kafka and ZeroMQ: no difference in throughput: "),
                claim.evidence(0).text());
        assertTrue(claim.evidence(1).text().contains("--rounds 10"));
    }

    @Test
    void whatIsShownAtOneSizeOnlyDepends() throws IOException {
        assertEquals(
                "depends on the message size (supports: 1 KiB; not shown: 100 B)",
                ClaimOf.conditions(
                                FASTER,
                                new MadeUpRun()
                                        .wildStream("kafka", FIRE_AND_FORGET, 100, 300_000).stream(
                                                "zeromq", FIRE_AND_FORGET, 100, 100_000)
                                                .stream("kafka", FIRE_AND_FORGET, 1024, 200_000)
                                                .stream("zeromq", FIRE_AND_FORGET, 1024, 100_000))
                        .is(ClaimVerdict.DEPENDS)
                        .evidence(0)
                        .text());
    }

    @Test
    void lessTimeIsFaster() throws IOException {
        String sooner = "- comparison: {faster: zeromq, than: kafka, metric: [response.p50Us, response.p99Us]}\n";
        ClaimOf claim = ClaimOf.conditions(
                        sooner,
                        new MadeUpRun()
                                .openLoop("kafka", FIRE_AND_FORGET, 100, 3_000)
                                .openLoop("zeromq", FIRE_AND_FORGET, 100, 60))
                .is(ClaimVerdict.SUPPORTED);
        assertEquals(2, claim.pieces());
        assertEquals(50, Objects.requireNonNull(claim.evidence(0).value()), 2);
        String text = claim.evidence(0).text();
        assertTrue(
                text.startsWith("supports: ZeroMQ answers 50x [") && text.contains("response p50 60.0 \u00b5s against"),
                text);
        assertTrue(text.contains("open loop at 5,000/s"), text);
    }

    @Test
    void undecidedWithoutCellsAndSaysHowToMeasureThem() throws IOException {
        ClaimOf.conditions(FASTER, new MadeUpRun())
                .is(ClaimVerdict.UNDECIDED)
                .because(
                        "missing: throughput at 100 B; throughput at 1 KiB: this run has no such cell of Kafka",
                        TO_MEASURE);
    }

    @Test
    void sayWhyNothingCanBeCompared() throws IOException {
        MadeUpRun run = new MadeUpRun().stream("kafka", PERSISTED, 1024, 300_000);
        String missing = ClaimOf.conditions(
                        "- comparison: {faster: kafka, than: rabbitmq, metric: throughputPerSecond}", run)
                .is(ClaimVerdict.UNDECIDED)
                .evidence(0)
                .text();
        assertEquals("missing: throughput: RabbitMQ was not measured: no apt here", missing);
        String refused = ClaimOf.conditions(
                        "- comparison: {faster: kafka, than: zeromq, metric: response.p50Us, guarantee: PERSISTED}",
                        run)
                .is(ClaimVerdict.UNDECIDED)
                .evidence(0)
                .text();
        assertEquals("missing: response p50 at PERSISTED: ZeroMQ does not offer PERSISTED", refused);
        String unknown = ClaimOf.conditions(
                        "- comparison: {faster: kafka, than: pulsar, metric: throughputPerSecond, workload: 1024-*}",
                        run)
                .is(ClaimVerdict.UNDECIDED)
                .evidence(0)
                .text();
        assertEquals("missing: throughput at 1024-...: this run has no such cell of pulsar", unknown);
    }

    @Test
    void neverSupportedByAnInvalidCell() throws IOException {
        MadeUpRun run = new MadeUpRun()
                .stream("kafka", FIRE_AND_FORGET, 100, 300_000).stream(
                        "zeromq", FIRE_AND_FORGET, 100, Verdict.INVALID, 100_000);
        ClaimOf claim = ClaimOf.conditions(FASTER.replace(", 1 KiB", ""), run).is(ClaimVerdict.UNDECIDED);
        assertEquals(
                "missing: throughput at 100 B: ZeroMQ is INVALID: made INVALID",
                claim.evidence(0).text());
        run.comparing(new ComparisonRecord(
                "kafka-FIRE_AND_FORGET-100",
                "zeromq-FIRE_AND_FORGET-100",
                "throughputPerSecond",
                3,
                2.9,
                3.1,
                ComparisonVerdict.FASTER,
                5,
                0.001));
        ClaimOf.conditions(FASTER.replace(", 1 KiB", ""), run).is(ClaimVerdict.UNDECIDED);
    }

    @Test
    void aDegradedCellCountsAndIsNamed() throws IOException {
        String text = ClaimOf.conditions(
                        FASTER.replace(", 1 KiB", ""),
                        new MadeUpRun()
                                .stream("kafka", FIRE_AND_FORGET, 100, Verdict.DEGRADED, 300_000).stream(
                                        "zeromq", FIRE_AND_FORGET, 100, 100_000))
                .is(ClaimVerdict.SUPPORTED)
                .evidence(0)
                .text();
        assertTrue(text.endsWith("; Kafka is DEGRADED: made DEGRADED (and 1 more)"), text);
    }

    @Test
    void whatIsMissingLeavesItUndecidedUnlessItCouldChangeNothing() throws IOException {
        MadeUpRun half = new MadeUpRun()
                .stream("kafka", FIRE_AND_FORGET, 100, 300_000).stream("zeromq", FIRE_AND_FORGET, 100, 100_000);
        ClaimOf undecided = ClaimOf.conditions(FASTER, half).is(ClaimVerdict.UNDECIDED);
        assertTrue(undecided.evidence(0).text().startsWith("supports: "));
        assertEquals(TO_MEASURE, undecided.evidence(2).text());
        ClaimOf mixed = ClaimOf.conditions(
                        FASTER + "- comparison: {faster: zeromq, than: kafka, metric: throughputPerSecond}\n", half)
                .is(ClaimVerdict.DEPENDS);
        assertTrue(mixed.evidence(2).text().startsWith("missing: "));
    }

    @Test
    void theWorkloadsNameChooses() throws IOException {
        MadeUpRun run = new MadeUpRun()
                .stream("kafka", FIRE_AND_FORGET, 100, 300_000).stream("zeromq", FIRE_AND_FORGET, 100, 100_000).stream(
                        "kafka", FIRE_AND_FORGET, 1024, 50_000)
                        .stream("zeromq", FIRE_AND_FORGET, 1024, 100_000);
        String any = "- comparison: {faster: kafka, than: zeromq, metric: throughputPerSecond, workload: '%s'}\n";
        ClaimOf.conditions(any.formatted("100-*"), run).is(ClaimVerdict.SUPPORTED);
        ClaimOf.conditions(any.formatted("1024-stream"), run).is(ClaimVerdict.REFUTED);
        ClaimOf.conditions(any.formatted("1*0*-str*m"), run).is(ClaimVerdict.DEPENDS);
        ClaimOf.conditions(any.formatted("100.stream"), run).is(ClaimVerdict.UNDECIDED);
    }
}
