package org.busmark.bench.crosscheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.broker.BrokerCache;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/**
 * What is to be checked.
 *
 * @param buses that have a tool
 * @param messages sizes
 * @param window of Busmark's closed loop, in messages; the tools have none and flood
 * @param rounds at least 1
 * @param warmup of either side in every round
 * @param duration of either side in every round
 * @param out keeps the logs; exists, absolute
 * @param dataDir where private brokers keep their data; absolute, without spaces
 */
public record CrosscheckRequest(
        List<BusAdapter> buses,
        List<DataSize> messages,
        Guarantee guarantee,
        int window,
        int rounds,
        Duration warmup,
        Duration duration,
        Path out,
        Path dataDir,
        BrokerCache cache) {
    /** That of the built-in streams. */
    public static final int DEFAULT_WINDOW = 30_000;

    public CrosscheckRequest {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        if (buses.isEmpty() || messages.isEmpty()) {
            throw new IllegalArgumentException("buses or messages is empty");
        }
        buses = List.copyOf(buses);
        messages = List.copyOf(messages);
    }

    /** Busmark's side, one for each size: one producer, one consumer, one partition, closed loop. */
    public List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (DataSize message : messages) {
            workloads.add(new Workload(
                    "crosscheck-" + message.bytes(),
                    Shape.QUEUE,
                    message,
                    Body.RANDOM,
                    1,
                    1,
                    Keys.NONE,
                    1,
                    1,
                    1,
                    guarantee,
                    Rate.MAX,
                    window,
                    Duration.ofMillis(50),
                    warmup,
                    duration,
                    Map.of()));
        }
        return workloads;
    }
}
