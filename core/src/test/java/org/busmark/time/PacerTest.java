package org.busmark.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PacerTest {
    private static final long US = 1_000;
    private static final long MS = 1_000_000;

    private final ManualClock clock = new ManualClock(5, 50);
    private final List<Long> parksNs = new ArrayList<>();

    private static boolean never() {
        return false;
    }

    /** A pacer on a machine whose parks end this much too late. */
    private Pacer pacerWithLag(long lagNs) {
        Pacer pacer = new Pacer(clock, ns -> {
            parksNs.add(ns);
            clock.advanceNs(ns + lagNs);
        });
        parksNs.clear();
        return pacer;
    }

    @Test
    void itSpinsHalfAsLongAgainAsParksAreLateWithinBounds() {
        assertEquals(20 * US, pacerWithLag(0).spinNs());
        long spinNs = pacerWithLag(30 * US).spinNs();
        assertTrue(spinNs >= 45 * US && spinNs < 46 * US, "spinNs " + spinNs);
        assertEquals(60 * US, pacerWithLag(3 * MS).spinNs());
    }

    @Test
    void timeThatAnotherThreadHadIsNotItsOwn() {
        ManualClock preempted = new ManualClock(100 * US, 100 * US);
        Pacer pacer = new Pacer(preempted, preempted::advanceNs);
        assertTrue(pacer.awaitNs(preempted.nanoTime() + 150 * US, PacerTest::never));
        assertEquals(0, pacer.spunNs());
    }

    @Test
    void producersOfOneScheduleLeaveInTurnAndNoneBeforeItsTime() {
        List<SendSchedule> producers = List.of(new SendSchedule(MS, 10_000, 0, 2), new SendSchedule(MS, 10_000, 1, 2));
        Pacer pacer = pacerWithLag(30 * US);
        long lastNs = Long.MIN_VALUE;
        for (long tick = 0; tick < 20_000; tick++) {
            long intendedNs = producers.get((int) (tick % 2)).intendedNs(tick / 2);
            assertEquals(MS + tick * 100 * US, intendedNs);
            assertTrue(pacer.awaitNs(intendedNs, PacerTest::never));
            long lateNs = clock.nanoTime() - intendedNs;
            // After two seconds as punctual as at the beginning: what one wait was late, the next does not inherit.
            assertTrue(lateNs >= 0 && lateNs < (tick < 100 ? 100 * MS : US), "tick " + tick + " lateNs " + lateNs);
            assertTrue(intendedNs > lastNs);
            lastNs = intendedNs;
        }
    }

    @Test
    void itParksUntilShortlyBeforeAndSpinsTheRest() {
        Pacer pacer = pacerWithLag(30 * US);
        long targetNs = clock.nanoTime() + 2 * MS;
        assertTrue(pacer.awaitNs(targetNs, PacerTest::never));
        long lateNs = clock.nanoTime() - targetNs;
        assertTrue(lateNs >= 0 && lateNs < 1 * US, "lateNs " + lateNs);
        assertTrue(pacer.endedNs() - targetNs >= 0 && pacer.endedNs() - targetNs <= lateNs);
        assertEquals(1, parksNs.size());
        assertTrue(pacer.spunNs() <= pacer.spinNs() + US, "spunNs " + pacer.spunNs());
    }

    @Test
    void whatIsPastDueIsNotWaitedFor() {
        Pacer pacer = pacerWithLag(0);
        long nowNs = clock.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertTrue(pacer.awaitNs(nowNs - i, PacerTest::never));
        }
        assertEquals(List.of(), parksNs);
        assertEquals(0, pacer.spunNs());
        assertTrue(pacer.endedNs() - nowNs > 0);
    }

    @Test
    void itSpinsOnlyWhenTheTimeIsNear() {
        Pacer pacer = pacerWithLag(0);
        assertTrue(pacer.awaitNs(clock.nanoTime() + 10 * US, PacerTest::never));
        assertEquals(List.of(), parksNs);
        assertTrue(pacer.spunNs() >= 9 * US && pacer.spunNs() <= 11 * US, "spunNs " + pacer.spunNs());
    }

    @Test
    void parksThatEndTooEarlyAreRepeated() {
        Pacer pacer = new Pacer(clock, ns -> clock.advanceNs(ns / 3));
        long targetNs = clock.nanoTime() + 50 * MS;
        assertTrue(pacer.awaitNs(targetNs, PacerTest::never));
        assertTrue(clock.nanoTime() - targetNs >= 0);
    }

    @Test
    void aCancelledWaitEndsWithinTenMilliseconds() {
        Pacer pacer = pacerWithLag(0);
        long cancelAtNs = clock.nanoTime() + 123 * MS;
        assertFalse(pacer.awaitNs(cancelAtNs + 60_000 * MS, () -> clock.nanoTime() - cancelAtNs >= 0));
        long lateNs = clock.nanoTime() - cancelAtNs;
        assertTrue(lateNs < 10 * MS + US, "lateNs " + lateNs);
    }

    @Test
    void cancellationIsAskedEvenWhenNothingIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        assertFalse(pacerWithLag(0).awaitNs(clock.nanoTime() - MS, () -> asked.incrementAndGet() == 1));
        assertEquals(1, asked.get());
    }

    @Test
    void anInterruptEndsTheWaitAndStays() {
        Pacer pacer = new Pacer(Clock.SYSTEM);
        Thread.currentThread().interrupt();
        assertFalse(pacer.awaitNs(System.nanoTime() + 3_600_000 * MS, PacerTest::never));
        assertTrue(Thread.interrupted());
    }

    @Test
    void onTheSystemsClockItWaitsAtLeastUntilTheTime() {
        Pacer pacer = new Pacer(Clock.SYSTEM);
        for (int i = 0; i < 20; i++) {
            long targetNs = System.nanoTime() + 700 * US;
            assertTrue(pacer.awaitNs(targetNs, PacerTest::never));
            assertTrue(System.nanoTime() - targetNs >= 0);
        }
        assertTrue(pacer.spinNs() >= 20 * US && pacer.spinNs() <= 60 * US);
    }

    @Test
    void waitingAllocatesNothing() {
        Pacer pacer = new Pacer(clock, clock::advanceNs);
        for (int i = 0; i < 10_000; i++) {
            pacer.awaitNs(clock.nanoTime() + 21 * US, PacerTest::never);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            pacer.awaitNs(clock.nanoTime() + 21 * US, PacerTest::never);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, "bytes allocated: " + allocated);
    }
}
