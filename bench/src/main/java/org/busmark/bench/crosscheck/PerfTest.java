package org.busmark.bench.crosscheck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;
import org.busmark.bus.Guarantee;

/**
 * RabbitMQ's PerfTest: producer and consumer in one JVM, flooding. It publishes to the exchange and reads the queue that
 * the adapter declared, so that both sides use the same objects. The figure is its "received" of each second; its
 * averages at the end include the start.
 *
 * @param environment where Maven is looked for
 */
record PerfTest(Map<String, String> environment) implements VendorTool {
    /** Without a prefix of our own, any variable of the user's named URI or SIZE would be an option. */
    private static final String PREFIX = "BUSMARK_PERF_TEST_";

    private static final String PREFIX_VARIABLE = "RABBITMQ_PERF_TEST_ENV_PREFIX";

    /** Unconfirmed publishes, as in the best figures that it showed here; 10,000 made no clear difference. */
    private static final String UNCONFIRMED = "500";

    private static final Pattern RECEIVED = Pattern.compile("time ([0-9]+)\\.([0-9]{3}) s, .*received: ([0-9]+) msg/s");
    private static final int MARGIN_SECONDS = 30;

    @Override
    public String bus() {
        return "rabbitmq";
    }

    @Override
    public String name() {
        return "PerfTest";
    }

    @Override
    public ToolSoftware install(BrokerCache cache, String clientVersion, Progress progress) throws BrokerException {
        return new ToolInstall("perf-test", "25 jars, 8 MB", environment).into(cache, progress);
    }

    @Override
    public List<ToolProcess> processes(ToolWork work) {

        return List.of(new ToolProcess(
                "perf-test",
                List.of(),
                words(work),
                Map.of(PREFIX_VARIABLE, PREFIX),
                Map.of(PREFIX + "URI", uri(work)),
                null));
    }

    private static List<String> words(ToolWork work) {
        long seconds = work.workload().warmup().plus(work.workload().duration()).toSeconds();
        List<String> words = new ArrayList<>(List.of(
                "com.rabbitmq.perf.PerfTest",
                "-x",
                "1",
                "-y",
                "1",
                "-s",
                String.valueOf(work.messageBytes()),
                "-z",
                String.valueOf(seconds + MARGIN_SECONDS),
                "-p",
                "-e",
                work.topic().name(),
                "-k",
                "0",
                "-u",
                work.topic().name() + "." + work.topic().groups().get(0) + ".0"));
        words.addAll(guarantee(work));
        return words;
    }

    private static List<String> guarantee(ToolWork work) {
        if (!work.topic().guarantee().isAcknowledged()) {
            return List.of("-a");
        }
        List<String> words = new ArrayList<>(
                List.of("-c", UNCONFIRMED, "-q", work.setting("prefetch"), "-A", work.setting("ack.every")));
        if (work.setting("mandatory").equals("true")) {
            words.addAll(List.of("-f", "mandatory"));
        }
        if (work.topic().guarantee().compareTo(Guarantee.PERSISTED) >= 0) {
            words.addAll(List.of("-f", "persistent"));
        }
        return words;
    }

    private static String uri(ToolWork work) {
        return "amqp://" + encoded(work.connection("username")) + ":" + encoded(work.connection("password")) + "@"
                + work.connection("host") + ":" + work.connection("port");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<Count> counts(List<String> log) {
        List<Count> counts = new ArrayList<>();
        long lastMs = 0;
        double messages = 0;
        for (String line : log) {
            Matcher received = RECEIVED.matcher(line);
            if (received.find()) {
                long atMs = Long.parseLong(received.group(1)) * 1000 + Long.parseLong(received.group(2));
                messages += Long.parseLong(received.group(3)) * ((atMs - lastMs) / 1e3);
                counts.add(new Count(atMs, Math.round(messages)));
                lastMs = atMs;
            }
        }
        return counts;
    }
}
