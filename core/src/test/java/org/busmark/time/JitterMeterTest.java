package org.busmark.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class JitterMeterTest {
    private static final long MS = 1_000_000;

    private final ManualClock clock = new ManualClock(7);
    private final List<Long> dueNs = new ArrayList<>();
    private final List<Long> lateNs = new ArrayList<>();
    private long lagNs;

    private JitterMeter meter() {
        return new JitterMeter(clock, ns -> clock.advanceNs(ns + lagNs), 7 + MS, MS, (due, late) -> {
            dueNs.add(due);
            lateNs.add(late);
        });
    }

    @Test
    void lateWakingIsWhatItReports() {
        lagNs = 60_000;
        JitterMeter meter = meter();
        for (int i = 0; i < 100; i++) {
            meter.step();
        }
        assertEquals(LongStream.rangeClosed(1, 100).mapToObj(n -> 7 + n * MS).toList(), dueNs);
        assertTrue(lateNs.stream().allMatch(late -> late == 60_000));
    }

    @Test
    void aStallWeighsAsLongAsItLasted() {
        JitterMeter meter = meter();
        meter.step();
        lagNs = 50 * MS;
        meter.step();
        lagNs = 0;
        meter.step();
        assertEquals(1 + 51 + 1, lateNs.size());
        assertEquals(LongStream.rangeClosed(0, 50).mapToObj(n -> (50 - n) * MS).toList(), lateNs.subList(1, 52));
        assertEquals(0, lateNs.get(52));
    }

    @Test
    void aParkThatEndsEarlyReportsNothing() {
        JitterMeter meter =
                new JitterMeter(clock, ns -> clock.advanceNs(ns / 2), 7 + MS, MS, (due, late) -> dueNs.add(due));
        assertEquals(7 + MS / 2, meter.step());
        assertEquals(List.of(), dueNs);
    }

    @Test
    void itWaitsForItsStart() {
        List<Long> parksNs = new ArrayList<>();
        JitterMeter meter = new JitterMeter(
                clock,
                ns -> {
                    parksNs.add(ns);
                    clock.advanceNs(ns);
                },
                7 + 30 * MS,
                MS,
                (due, late) -> dueNs.add(due));
        meter.step();
        assertEquals(List.of(30 * MS), parksNs);
        assertEquals(List.of(7 + 30 * MS), dueNs);
    }

    @Test
    void aStepTakesTime() {
        assertThrows(IllegalArgumentException.class, () -> new JitterMeter(clock, 0, 0, (due, late) -> {}));
    }
}
