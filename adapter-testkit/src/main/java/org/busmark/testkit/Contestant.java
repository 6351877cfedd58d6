package org.busmark.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;

/**
 * The adapter under test and how its system is reached.
 *
 * @param patience how long readiness, a delivery or a first flow of messages may take
 */
record Contestant(BusAdapter adapter, BusSettings settings, Duration patience) {
    /** Enough for a broker on a loaded machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger TOPICS = new AtomicInteger();

    MessageBus connect(DisturbanceListener disturbances) throws BusException {
        return adapter.connect(settings, disturbances);
    }

    /** A topic name that no other test, and no earlier run against the same broker, has used. */
    static String freshTopic() {
        return "contract-" + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36) + "-"
                + TOPICS.incrementAndGet();
    }
}
