package org.busmark.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.busmark.results.record.CapacityRecord;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;
import org.junit.jupiter.api.Test;

/**
 * The search with the real engine on a bus whose capacity is scripted: 750 messages a second, so low that a machine on
 * which other things run can keep up. What {@link SimulatedRuns} lets through is disturbed by less than what decides: up
 * to 738/s every run sustains, from 771/s up none does. Whatever becomes of the rates between, the answer lies within 2 %.
 */
final class SimulatedCapacityTest {
    private static final double CAPACITY = 750;

    /** No warm-up: the bus knows the schedule of one iteration only. */
    private static final ProbeTimes SHORT =
            new ProbeTimes(Duration.ZERO, Duration.ofMillis(2_250), Duration.ofMillis(3_500));

    private static CapacityRecord find(Map<String, String> script) throws IOException {
        Cell cell = new Cell(
                SimulatedAdapter.ID, MadeUpRun.workload(Shape.QUEUE).withSettings(SimulatedAdapter.ID, script));
        return CapacitySearch.find(cell, new SimulatedRuns(), line -> {}, SHORT);
    }

    private static void assertFound(CapacityRecord record) {
        assertEquals(CAPACITY, Objects.requireNonNull(record.perSecond(), record::toString), 0.02 * CAPACITY);
    }

    /** Of what was far too much, where no disturbance changes the reason. */
    private static void assertMissed(CapacityRecord record, String why) {
        assertTrue(
                record.probes().stream()
                        .filter(probe -> probe.ratePerSecond() >= 1_000)
                        .anyMatch(probe -> Objects.requireNonNull(probe.why()).contains(why)),
                record::toString);
    }

    @Test
    void ofABusThatTakesNoMore() throws IOException {
        CapacityRecord record = find(Map.of("delay", "1 ms", "ceiling", "750/s"));

        assertFound(record);
        assertMissed(record, "due messages were sent");
        assertMissed(record, "the bus's sends took the time");
    }

    @Test
    void ofABusThatTakesEverythingAndDeliversNoMore() throws IOException {
        CapacityRecord record = find(Map.of("delay", "1 ms", "service-time", "1.333 ms"));

        assertFound(record);
        assertMissed(record, "backlog grows by");
    }
}
