package org.busmark.bench.hosting;

import java.time.Duration;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** The discarded work that warms a broker up: one closed loop of 100 B messages. */
public final class ConditioningWork {
    private ConditioningWork() {}

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
