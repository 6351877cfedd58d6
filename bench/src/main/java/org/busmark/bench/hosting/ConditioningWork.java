package org.busmark.bench.hosting;

import java.time.Duration;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.time.Clock;
import org.busmark.traffic.Conditioning;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** The discarded work that warms a broker up: one closed loop of 100 B messages. */
public final class ConditioningWork {
    private static final Duration RATE_INTERVAL = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ConditioningWork() {}

    /** Until three successive rates of 2 s agree within 10 %, for 30 s at most. */
    public static Conditioning untilSteady() {
        return untilSteady(LIMIT);
    }

    /** The same, for another time at most. */
    public static Conditioning untilSteady(Duration limit) {
        return new Conditioning(Clock.SYSTEM, RATE_INTERVAL, limit);
    }

    /** At this guarantee. */
    public static Workload at(Guarantee guarantee) {
        return new Workload(
                "conditioning",
                Shape.QUEUE,
                new DataSize(100),
                Body.RANDOM,
                1,
                1,
                Keys.NONE,
                1,
                1,
                1,
                guarantee,
                Rate.MAX,
                10_000,
                Duration.ofMillis(50),
                Duration.ZERO,
                Duration.ofSeconds(30),
                Map.of());
    }
}
