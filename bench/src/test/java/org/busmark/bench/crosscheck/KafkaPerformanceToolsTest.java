package org.busmark.bench.crosscheck;

import static org.busmark.bench.crosscheck.ToolWorks.hasPair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaPerformanceToolsTest {
    private static final Map<String, String> CONNECTION = Map.of("bootstrap.servers", "127.0.0.1:9092");

    private final VendorTool tool = new KafkaPerformanceTools(Map.of());

    @TempDir
    private Path folder;

    @Test
    void producerSendsWithBusmarksOwnSettings() throws IOException {
        List<String> words = processes(Guarantee.FIRE_AND_FORGET, "0").get(1).words();
        assertEquals("org.apache.kafka.tools.ProducerPerformance", words.get(0));
        assertTrue(hasPair(words, "--bootstrap-server", "127.0.0.1:9092"), words::toString);
        assertTrue(hasPair(words, "--topic", "checked"), words::toString);
        assertTrue(hasPair(words, "--throughput", "-1"), words::toString);
        assertTrue(
                words.containsAll(List.of("acks=0", "batch.size=4711", "linger.ms=7", "buffer.memory=67108864")),
                words::toString);
    }

    @Test
    void payloadHasTheMessagesSize() throws IOException {
        List<String> words = processes(Guarantee.FIRE_AND_FORGET, "0").get(1).words();
        Path payload = Path.of(words.get(words.indexOf("--payload-file") + 1));
        assertEquals(100, Files.size(payload));
        assertEquals(1, Files.readAllLines(payload).size());
    }

    @Test
    void consumerComesFirstAndTellsWhenTheProducerMayStart() throws IOException {
        ToolProcess consumer = processes(Guarantee.FIRE_AND_FORGET, "0").get(0);
        assertEquals(
                "org.apache.kafka.tools.ConsumerPerformance", consumer.words().get(0));
        assertTrue(hasPair(consumer.words(), "--command-property", "enable.auto.commit=false"), consumer::toString);
        assertTrue(hasPair(consumer.words(), "--fetch-size", "1048576"), consumer::toString);
        assertTrue(hasPair(consumer.words(), "--command-property", "max.poll.records=815"), consumer::toString);
        String ready = consumer.ready();
        assertTrue(ready != null
                && ToolWorks.captured("kafka-consumer.log").stream().anyMatch(line -> line.contains(ready)));
    }

    @Test
    void acknowledgedMessagesAreCommitted() throws IOException {
        List<ToolProcess> processes = processes(Guarantee.PERSISTED, "all");
        assertTrue(processes.get(1).words().contains("acks=all"));
        assertTrue(
                hasPair(processes.get(0).words(), "--command-property", "enable.auto.commit=true"),
                processes::toString);
    }

    @Test
    void settingThatTheBusDoesNotReportIsNamed() {
        ToolWork work = ToolWorks.work(Guarantee.FIRE_AND_FORGET, folder, CONNECTION, Map.of());
        IllegalStateException missing = assertThrows(IllegalStateException.class, () -> tool.processes(work));
        assertTrue(String.valueOf(missing.getMessage()).contains("max.partition.fetch.bytes"), missing::getMessage);
    }

    @Test
    void readsTheRunningCountOfTheRealTool() throws IOException {
        List<Count> counts = tool.counts(ToolWorks.captured("kafka-consumer.log"));
        assertEquals(10, counts.size());
        assertEquals(1, counts.get(0).messages());
        assertEquals(53_980, counts.get(1).messages());
        assertEquals(503, counts.get(1).atMs() - counts.get(0).atMs());
        assertEquals(1_223_572, counts.get(9).messages());
    }

    private List<ToolProcess> processes(Guarantee guarantee, String acks) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "producer.batch.size", "4711",
                "producer.linger.ms", "7",
                "producer.buffer.memory", "67108864",
                "producer.compression.type", "none",
                "producer.max.in.flight.requests.per.connection", "5",
                "producer.max.request.size", "1114112",
                "producer.send.buffer.bytes", "131072",
                "producer.receive.buffer.bytes", "32768"));
        settings.putAll(Map.of(
                "consumer.fetch.min.bytes", "1",
                "consumer.fetch.max.wait.ms", "500",
                "consumer.fetch.max.bytes", "52428800",
                "consumer.max.partition.fetch.bytes", "1048576",
                "consumer.max.poll.records", "815",
                "consumer.send.buffer.bytes", "131072"));
        settings.putAll(Map.of("acks", acks, "enable.idempotence", "false", "retries", "0"));
        return tool.processes(ToolWorks.work(guarantee, folder, CONNECTION, settings));
    }
}
