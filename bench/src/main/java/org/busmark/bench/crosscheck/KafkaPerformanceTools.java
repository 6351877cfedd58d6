package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * Kafka's producer and consumer performance tools at the same time, on one topic.
 *
 * <p>The figure: the consumer tool's running count ({@code data.consumed.in.nMsg}) over the time between two of its
 * lines. Not its {@code nMsg.sec} of the whole run, which has the join of the group and the producer's start in it, and
 * not its {@code fetch.nMsg.sec}, which takes only the join out. The producer starts when the consumer has its partition,
 * so that no backlog is read that nobody measured.
 *
 * <p>The tools keep what they choose themselves for speed: the consumer a socket buffer of 2 MiB and no check of CRCs.
 * The producer reads its payload from a file: given a size, it would call a random generator for every byte of every
 * message, which is slower (at 1 KiB plainly so).
 *
 * @param environment where Maven is looked for
 */
record KafkaPerformanceTools(Map<String, String> environment) implements VendorTool {
    /** More than any run takes; the tools are ended when enough was seen. */
    private static final String FOR_EVER = "1000000000000";

    private static final String REPORT_MS = "500";
    private static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";
    private static final String TELL_PARTITIONS = "-Dorg.slf4j.simpleLogger.log."
            + "org.apache.kafka.clients.consumer.internals.ConsumerRebalanceListenerInvoker=info";
    private static final String HAS_PARTITION = "Adding newly assigned partitions";

    private static final List<String> PRODUCER = List.of(
            "batch.size",
            "linger.ms",
            "buffer.memory",
            "compression.type",
            "max.in.flight.requests.per.connection",
            "max.request.size",
            "send.buffer.bytes",
            "receive.buffer.bytes");
    private static final List<String> PRODUCER_GUARANTEE = List.of("acks", "enable.idempotence", "retries");
    private static final List<String> CONSUMER =
            List.of("fetch.min.bytes", "fetch.max.wait.ms", "fetch.max.bytes", "max.poll.records", "send.buffer.bytes");

    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d:\\d{3}), \\d+, [^,]+, [^,]+, (\\d+), .*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss:SSS", Locale.ROOT);

    @Override
    public String bus() {
        return "kafka";
    }

    @Override
    public String name() {
        return "ProducerPerformance and ConsumerPerformance";
    }

    @Override
    public ToolSoftware install(BrokerCache cache, String clientVersion, Progress progress) throws BrokerException {
        return new ToolInstall("kafka-tools", "86 jars, 43 MB", environment).into(cache, progress);
    }

    @Override
    public List<ToolProcess> processes(ToolWork work) throws IOException {
        return List.of(
                new ToolProcess(
                        "consumer", List.of(QUIET, TELL_PARTITIONS), consumer(work), Map.of(), Map.of(), HAS_PARTITION),
                new ToolProcess("producer", List.of(QUIET), producer(work), Map.of(), Map.of(), null));
    }

    private static List<String> consumer(ToolWork work) {
        List<String> words = new ArrayList<>(List.of(
                "org.apache.kafka.tools.ConsumerPerformance",
                "--bootstrap-server",
                work.connection("bootstrap.servers"),
                "--topic",
                work.topic().name(),
                "--num-records",
                FOR_EVER,
                "--timeout",
                "60000",
                "--show-detailed-stats",
                "--reporting-interval",
                REPORT_MS,
                "--fetch-size",
                work.setting("consumer.max.partition.fetch.bytes")));
        boolean commits = work.topic().guarantee().isAcknowledged();
        property(words, "enable.auto.commit", String.valueOf(commits));
        CONSUMER.forEach(name -> property(words, name, work.setting("consumer." + name)));
        return words;
    }

    private static void property(List<String> words, String name, String value) {
        words.add("--command-property");
        words.add(name + "=" + value);
    }

    private static List<String> producer(ToolWork work) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "org.apache.kafka.tools.ProducerPerformance",
                "--bootstrap-server",
                work.connection("bootstrap.servers"),
                "--topic",
                work.topic().name(),
                "--num-records",
                FOR_EVER,
                "--throughput",
                "-1",
                "--payload-file",
                payload(work).toString(),
                "--command-property"));
        PRODUCER_GUARANTEE.forEach(name -> words.add(name + "=" + work.setting(name)));
        PRODUCER.forEach(name -> words.add(name + "=" + work.setting("producer." + name)));
        return words;
    }

    /** One line of the message's size. */
    private static Path payload(ToolWork work) throws IOException {
        return Files.writeString(work.folder().resolve("payload.txt"), "x".repeat(work.messageBytes()));
    }

    @Override
    public List<Count> counts(List<String> log) {
        List<Count> counts = new ArrayList<>();
        for (String line : log) {
            Matcher progress = LINE.matcher(line);
            if (progress.matches()) {
                long atMs = LocalDateTime.parse(progress.group(1), TIME)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                counts.add(new Count(atMs, Long.parseLong(progress.group(2))));
            }
        }
        return counts;
    }
}
