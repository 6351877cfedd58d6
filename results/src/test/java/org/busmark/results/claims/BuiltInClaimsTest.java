package org.busmark.results.claims;

import static org.busmark.bus.Guarantee.FIRE_AND_FORGET;
import static org.busmark.bus.Guarantee.PERSISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.junit.jupiter.api.Test;

/** The source document's statements: all of them, each once, and what a run of the standard kind makes of them. */
final class BuiltInClaimsTest {
    private static final int[] ALL = {0, 3, 6, 9, 1, 4, 7, 2, 5, 8};

    @Test
    void everyStatementStandsOnceWithItsSection() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Claim claim : Claims.builtIn().all()) {
            sections.put(claim.id(), claim.section());
        }
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("durable-stream-bus", "1");
        expected.put("topic-order", "2.1.1");
        expected.put("partition-order", "2.1.2");
        expected.put("partition-scaling", "2.1.2");
        expected.put("replica-failover", "2.1.3");
        expected.put("producer-settings", "3.1");
        expected.put("consumer-settings", "3.2");
        expected.put("walkthrough", "4");
        expected.put("kafka-streams-rabbit-routing", "6.1 (1)");
        expected.put("log-versus-queue", "6.1 (2)");
        expected.put("kafka-throughput", "6.1 (3)");
        expected.put("rabbit-processing-speed", "6.1 (3)");
        expected.put("kafka-zookeeper", "6.1 (4), 6.2 (4)");
        expected.put("rabbit-erlang-cluster", "6.1 (4)");
        expected.put("all-queues", "6.1, 6.2 lead");
        expected.put("zeromq-latency", "6.2 (1), (3)");
        expected.put("socket-versus-stream", "6.2 (2)");
        expected.put("zeromq-cluster", "6.2 (4)");
        expected.put("conclusion", "6.2");
        expected.put("security-and-scale", "5");
        expected.put("python-client", "2.2");
        assertEquals(List.copyOf(expected.entrySet()), List.copyOf(sections.entrySet()));
        assertEquals(21, Claims.builtIn().all().size());
    }

    @Test
    void anEmptyRunDecidesNoneAndSaysOfEachWhatWould() throws IOException {
        for (ClaimRecord claim : Claims.builtIn().judge(new MadeUpRun().document())) {
            assertEquals(ClaimVerdict.UNDECIDED, claim.verdict(), claim::id);
            String last = claim.evidence().get(claim.evidence().size() - 1).text();
            assertTrue(
                    last.startsWith("to measure what is missing: ./busmark run ")
                            || last.contains("; what would decide it: "),
                    () -> claim.id() + ": " + last);
        }
    }

    @Test
    void aRunOfTheStandardKindDecidesWhatItCan() throws IOException {
        Map<String, ClaimVerdict> decided = Claims.builtIn().judge(standard().document()).stream()
                .filter(claim -> claim.verdict() != ClaimVerdict.UNDECIDED)
                .collect(Collectors.toMap(ClaimRecord::id, ClaimRecord::verdict, (a, b) -> a, TreeMap::new));
        assertEquals(
                new TreeMap<>(Map.of(
                        "conclusion", ClaimVerdict.DEPENDS,
                        "durable-stream-bus", ClaimVerdict.DEPENDS,
                        "kafka-throughput", ClaimVerdict.SUPPORTED,
                        "kafka-zookeeper", ClaimVerdict.OUTDATED,
                        "partition-order", ClaimVerdict.SUPPORTED,
                        "rabbit-processing-speed", ClaimVerdict.DEPENDS,
                        "topic-order", ClaimVerdict.DEPENDS,
                        "walkthrough", ClaimVerdict.DEPENDS,
                        "zeromq-latency", ClaimVerdict.DEPENDS)),
                decided);
    }

    @Test
    void itIsSaidOnWhatAndWhatWasNotLookedAt() throws IOException {
        Map<String, List<String>> evidence = Claims.builtIn().judge(standard().document()).stream()
                .collect(Collectors.toMap(
                        ClaimRecord::id,
                        claim -> claim.evidence().stream().map(Evidence::text).toList()));
        assertEquals(
                "depends on the other bus and the message size (supports: RabbitMQ and 100 B, RabbitMQ and 1 KiB,"
                        + " RabbitMQ and 10 KiB, ZeroMQ and 10 KiB; refutes: ZeroMQ and 100 B, ZeroMQ and 1 KiB)",
                evidence.getOrDefault("durable-stream-bus", List.of()).get(0));
        assertEquals(
                "depends on the case (supports: how soon a message is processed;"
                        + " refutes: how many messages are processed)",
                evidence.getOrDefault("rabbit-processing-speed", List.of()).get(0));
        assertEquals(
                "depends on the message size (supports: 100 B, 1 KiB; refutes: 10 KiB)",
                evidence.getOrDefault("zeromq-latency", List.of()).get(0));
        assertEquals(
                "depends on the case (supports: one partition; refutes: three partitions)",
                evidence.getOrDefault("topic-order", List.of()).get(0));
        assertEquals(
                "not looked at: several producers of one partition, and consumers that restart",
                evidence.getOrDefault("partition-order", List.of()).get(2));
        assertEquals(
                "supports: one node: RabbitMQ says of its broker.platform: Erlang/OTP 27",
                evidence.getOrDefault("rabbit-erlang-cluster", List.of()).get(0));
    }

    /** Kafka moves most but ZeroMQ's small messages; ZeroMQ answers first, then RabbitMQ. */
    private static MadeUpRun standard() {
        MadeUpRun run = new MadeUpRun();
        for (int bytes : List.of(100, 1024, 10_240)) {
            run.stream("kafka", FIRE_AND_FORGET, bytes, 500_000).stream("rabbitmq", FIRE_AND_FORGET, bytes, 30_000)
                    .stream("zeromq", FIRE_AND_FORGET, bytes, bytes == 10_240 ? 100_000 : 2_000_000)
                    .stream("kafka", PERSISTED, bytes, 400_000)
                    .stream("rabbitmq", PERSISTED, bytes, 20_000);
        }
        for (int bytes : List.of(100, 1024)) {
            run.openLoop("kafka", FIRE_AND_FORGET, bytes, 3_000)
                    .openLoop("rabbitmq", FIRE_AND_FORGET, bytes, 300)
                    .openLoop("zeromq", FIRE_AND_FORGET, bytes, 50)
                    .openLoop("kafka", PERSISTED, bytes, 4_000)
                    .openLoop("rabbitmq", PERSISTED, bytes, 400);
        }
        return run.counted("kafka", "small-open-loop", Verdict.VALID, 25_000, 0)
                .counted("kafka", "partitioned", Verdict.VALID, 25_000, 0)
                .capacity("kafka", 90_000, 92_000)
                .capacity("rabbitmq", 15_000, 15_500)
                .walked("kafka", Variant.AS_WRITTEN)
                .walked("kafka", Variant.MENDED, ALL)
                .walked("rabbitmq", Variant.AS_WRITTEN, ALL)
                .walked("rabbitmq", Variant.MENDED, ALL)
                .walked("zeromq", Variant.AS_WRITTEN)
                .walked("zeromq", Variant.MENDED, ALL)
                .reporting("kafka", Verdict.VALID, Map.of("broker.metadata.quorum", "KRaft, leader 1 of voters 1"))
                .reporting("rabbitmq", Verdict.VALID, Map.of("broker.platform", "Erlang/OTP 27"));
    }
}
