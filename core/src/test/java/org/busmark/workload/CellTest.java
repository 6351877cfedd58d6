package org.busmark.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.wire.Body;
import org.junit.jupiter.api.Test;

final class CellTest {
    /** Of an identity that stands in published results: another would make them incomparable with what comes. */
    @Test
    void anIdentityOnceGivenStays() {
        Cell cell = new Cell("kafka", stream(Map.of()));
        assertEquals("""
                bus=kafka
                workload=small-stream
                pattern=queue
                message=100
                payload=RANDOM
                topics=1
                partitions=1
                keys=none
                producers=1
                groups=1
                consumers=1
                guarantee=FIRE_AND_FORGET
                rate=max
                window=30000
                objective=50 ms
                warmup=2 s
                duration=3 s
                """, cell.specification());
        assertEquals("77e137bb613b", cell.id());
    }

    @Test
    void itsOwnSettingsMakeAnotherCellAndThoseOfOthersDoNot() {
        Cell plain = new Cell("kafka", stream(Map.of()));
        Cell tuned = new Cell("kafka", stream(Map.of("kafka", Map.of("linger.ms", "5"))));
        assertEquals(plain.specification() + "settings.linger.ms=5\n", tuned.specification());
        assertNotEquals(plain.id(), tuned.id());
        assertEquals(plain.id(), new Cell("kafka", stream(Map.of("zeromq", Map.of("io.threads", "2")))).id());
    }

    @Test
    void workIsWhatNoOtherCoordinateTellsWithoutSettings() {
        Map<String, String> work =
                new Cell("kafka", stream(Map.of("kafka", Map.of("sasl.jaas.config", "hidden")))).work();
        assertEquals(
                List.of(
                        "pattern=queue",
                        "payload=random",
                        "topics=1",
                        "partitions=1",
                        "keys=none",
                        "producers=1",
                        "groups=1",
                        "consumers=1",
                        "window=30000",
                        "objective=50 ms",
                        "warmup=2 s",
                        "duration=3 s"),
                work.entrySet().stream().map(Map.Entry::toString).toList());
        assertEquals(work, new Cell("rabbitmq", stream(Map.of())).work());
    }

    private static Workload stream(Map<String, Map<String, String>> settings) {
        return new Workload(
                "small-stream",
                Shape.QUEUE,
                new DataSize(100),
                Body.RANDOM,
                1,
                1,
                Keys.NONE,
                1,
                1,
                1,
                Guarantee.FIRE_AND_FORGET,
                Rate.MAX,
                30_000,
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                settings);
    }
}
