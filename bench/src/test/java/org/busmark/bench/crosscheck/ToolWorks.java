package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busmark.bench.FakeAdapter;
import org.busmark.broker.BrokerCache;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.bus.TopicSpec;
import org.busmark.workload.DataSize;

/** Made-up work for tools, and their captured logs. */
final class ToolWorks {
    private ToolWorks() {}

    static ToolWork work(
            Guarantee guarantee, Path folder, Map<String, String> connection, Map<String, String> settings) {
        CrosscheckRequest request = request(
                FakeAdapter.withBroker("kafka"), guarantee, folder, Duration.ofSeconds(2), Duration.ofSeconds(5));
        TopicSpec topic = new TopicSpec("checked", 1, List.of("group-0"), guarantee);
        return new ToolWork(connection, settings, topic, request.workloads().get(0), folder);
    }

    static CrosscheckRequest request(
            BusAdapter bus, Guarantee guarantee, Path folder, Duration warmup, Duration duration) {
        return request(bus, List.of(new DataSize(100)), guarantee, folder, warmup, duration);
    }

    static CrosscheckRequest request(
            BusAdapter bus,
            List<DataSize> messages,
            Guarantee guarantee,
            Path folder,
            Duration warmup,
            Duration duration) {
        return new CrosscheckRequest(
                List.of(bus),
                messages,
                guarantee,
                CrosscheckRequest.DEFAULT_WINDOW,
                1,
                warmup,
                duration,
                folder.resolve("out"),
                folder.resolve("data"),
                new BrokerCache(folder.resolve("cache")));
    }

    /** What the real tool printed on a real run. */
    static List<String> captured(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ToolWorks.class.getResourceAsStream("/crosscheck/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Whether one word follows the other. */
    static boolean hasPair(List<String> words, String option, String value) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(option) && words.get(i + 1).equals(value)) {
                return true;
            }
        }
        return false;
    }
}
