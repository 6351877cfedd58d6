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
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

/**
 * The search with the real engine on a bus whose capacity is scripted: 750 messages a second, so low that a machine on
 * which other things run can keep up. What {@link SimulatedRuns} lets through is disturbed by less than what decides: up
 * to 738/s every run sustains, from 771/s up none does. Whatever becomes of the rates between, the answer lies within 2 %.
 *
 * <p>Where the machine disturbs too many runs by that much, everything is made again twice as long, the disturbance that
 * is let through and the objective with it: every share that decides stays what it was, and a stall that outweighed a
 * short run is little beside a long one.
 */
final class SimulatedCapacityTest {
    private static final double CAPACITY = 750;

    /** No warm-up: the bus knows the schedule of one iteration only. */
    private static final ProbeTimes SHORT =
            new ProbeTimes(Duration.ZERO, Duration.ofMillis(2_250), Duration.ofMillis(3_500));

    /** Less than what decides: 1 % of the shortest probe, and the objective less the script's own delay. */
    private static final Duration UNDISTURBED = Duration.ofMillis(20);

    private static final int LONGEST = 8;

    private static CapacityRecord find(Map<String, String> script) throws IOException {
        for (int times = 1; ; times *= 2) {
            try {
                return find(script, times);
            } catch (SimulatedRuns.TooBusy e) {
                if (times == LONGEST) {
                    throw e;
                }
            }
        }
    }

    private static CapacityRecord find(Map<String, String> script, int times) throws IOException {
        Workload workload = MadeUpRun.workload(Shape.QUEUE).withSettings(SimulatedAdapter.ID, script);
        return CapacitySearch.find(
                new Cell(
                        SimulatedAdapter.ID,
                        workload.withObjective(workload.objective().multipliedBy(times))),
                new SimulatedRuns(UNDISTURBED.multipliedBy(times)),
                line -> {},
                new ProbeTimes(
                        SHORT.warmUp(),
                        SHORT.probe().multipliedBy(times),
                        SHORT.verification().multipliedBy(times)));
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
