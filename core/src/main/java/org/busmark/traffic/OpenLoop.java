package org.busmark.traffic;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.busmark.time.Clock;
import org.busmark.time.Pacer;
import org.busmark.time.SendSchedule;

/**
 * Sends on schedule, whatever became of the messages before. What could not leave in time leaves as soon as it can and
 * keeps its intended time, so that a stall shows in every message that it delayed.
 */
final class OpenLoop implements Loop {
    private static final long IDLE_NS = 1_000_000;

    private final Lane lane;
    private final Clock clock;
    private final Pacer pacer;
    private final double messagesPerSecond;
    private final int producers;
    private SendSchedule schedule;
    private long endNs;
    private long tick;

    OpenLoop(Lane lane, Clock clock, Pacer pacer, double messagesPerSecond, int producers) {
        this.lane = lane;
        this.clock = clock;
        this.pacer = pacer;
        this.messagesPerSecond = messagesPerSecond;
        this.producers = producers;
        this.schedule = new SendSchedule(0, messagesPerSecond, lane.number(), producers);
    }

    @Override
    public void begin(Iteration iteration, BooleanSupplier stopped) {
        SendSchedule next = new SendSchedule(iteration.startNs(), messagesPerSecond, lane.number(), producers);
        long first = lane.attempted();
        lane.outcomes()
                .intendedTimes(
                        sequence -> sequence < first ? IntendedTimes.NOT_TIMED : next.intendedNs(sequence - first));
        schedule = next;
        endNs = iteration.endNs();
        tick = 0;
    }

    @Override
    public void step(BooleanSupplier stopped) {
        long intendedNs = schedule.intendedNs(tick);
        if (intendedNs - endNs >= 0) {
            awaitStop(stopped);
        } else if (pacer.awaitNs(intendedNs, stopped)) {
            tick++;
            lane.sendTimed(intendedNs, pacer.endedNs());
        }
    }

    @Override
    public long spunNs() {
        return pacer.spunNs();
    }

    private static void awaitStop(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            LockSupport.parkNanos(IDLE_NS);
        }
    }

    /** Ticks that were due when the iteration ended count as scheduled, sent or not. */
    @Override
    public void end() {
        long nowNs = clock.nanoTime();
        long due = schedule.ticksDue(nowNs - endNs < 0 ? nowNs : endNs - 1);
        lane.account().scheduled(Math.max(due, tick));
    }
}
