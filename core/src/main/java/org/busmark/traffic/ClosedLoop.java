package org.busmark.traffic;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.busmark.time.Clock;

/**
 * Sends as many messages as are delivered, so that a window of them is always on its way, but for {@value #REFILL}: the
 * rate is the bus's own. The window is filled before the first operation and is not drained between iterations; starting
 * empty would count the filling as throughput.
 */
final class ClosedLoop implements Loop, IntendedTimes {
    /** One message in this many is timed: a clock costs more than a message does on a fast bus. */
    static final int SAMPLE_EVERY = 64;

    /** A place whose message a weak guarantee lost is freed when nothing was delivered for this long. */
    private static final long LOST_AFTER_NS = 2_000_000_000L;

    /**
     * A full window is refilled when this many places are free, or half of them if that is fewer, and not at each freed
     * place: else every delivery wakes the sender for one message, and neither side of the bus gets anything to batch. While
     * many more came free the side that sends would run dry, and a processor with it.
     */
    private static final int REFILL = 1_500;

    private static final int SPINS = 100;
    private static final long SHORTEST_PARK_NS = 20_000;
    private static final long LONGEST_PARK_NS = 500_000;

    private final Lane lane;
    private final Clock clock;
    private final int window;
    private final int refill;
    private final boolean lossAllowed;
    private final LongSupplier delivered;
    private final long[] sampledNs;
    private long writtenOff;
    private long sentUntil;

    /**
     * @param delivered this lane's messages that every group has received; readable while receivers write
     * @param lossAllowed whether a message may be lost without breaking a promise
     */
    ClosedLoop(Lane lane, Clock clock, int window, boolean lossAllowed, LongSupplier delivered) {
        this.lane = lane;
        this.clock = clock;
        this.window = window;
        this.refill = Math.max(1, Math.min(window / 2, REFILL));
        this.lossAllowed = lossAllowed;
        this.delivered = delivered;
        this.sampledNs = new long[Integer.highestOneBit(Math.max(1, 2 * window / SAMPLE_EVERY)) * 2];
        lane.outcomes().intendedTimes(this);
    }

    @Override
    public void begin(Iteration iteration, BooleanSupplier stopped) {
        // A bus that delivers within send never fills the window.
        for (int sent = 0; sent < window && !stopped.getAsBoolean() && hasRoom(); sent++) {
            send();
        }
    }

    @Override
    public void step(BooleanSupplier stopped) {
        if (hasRoom() || awaitRoom(stopped)) {
            send();
        }
    }

    @Override
    public void end() {}

    /** Looks at the shared counter only when the places known to be free are used up; then enough must be free again. */
    private boolean hasRoom() {
        if (lane.attempted() < sentUntil) {
            return true;
        }
        long free = free();
        if (free < refill) {
            return false;
        }
        sentUntil = lane.attempted() + free;
        return true;
    }

    private long free() {
        long onTheirWay =
                lane.attempted() - delivered.getAsLong() - lane.account().rejected();
        // What was written off and came all the same must not widen the window.
        writtenOff = Math.max(0, Math.min(writtenOff, onTheirWay));
        return window + writtenOff - onTheirWay;
    }

    private boolean awaitRoom(BooleanSupplier stopped) {
        long beganNs = clock.nanoTime();
        long freeAtFirst = free();
        long seen = delivered.getAsLong();
        long sinceNs = beganNs;
        long parkNs = SHORTEST_PARK_NS;
        for (int waits = 0; !stopped.getAsBoolean(); waits++) {
            if (waits < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(parkNs);
                parkNs = Math.min(2 * parkNs, LONGEST_PARK_NS);
            }
            if (hasRoom()) {
                return true;
            }
            long now = delivered.getAsLong();
            if (now != seen) {
                seen = now;
                sinceNs = clock.nanoTime();
                long free = free();
                parkNs = parkNs(sinceNs - beganNs, free - freeAtFirst, refill - free);
            } else if (lossAllowed && waits >= SPINS && clock.nanoTime() - sinceNs > LOST_AFTER_NS) {
                writtenOff = lane.attempted() - lane.account().rejected() - now;
            }
        }
        return false;
    }

    /** Half of the time in which, at the pace of this wait, enough will be free: the pace may quicken, and a park ends late. */
    private static long parkNs(long waitedNs, long freed, long missing) {
        double restNs = (double) waitedNs * missing / Math.max(1, freed);
        return Math.max(SHORTEST_PARK_NS, Math.min((long) (restNs / 2), LONGEST_PARK_NS));
    }

    private void send() {
        long sequence = lane.attempted();
        if (sequence % SAMPLE_EVERY != 0) {
            lane.sendUntimed();
            return;
        }
        long nowNs = clock.nanoTime();
        sampledNs[place(sequence)] = nowNs;
        lane.sendTimed(nowNs, nowNs);
    }

    private int place(long sequence) {
        return (int) (sequence / SAMPLE_EVERY) & (sampledNs.length - 1);
    }

    /** A slot lives for two windows; the outcome of its message comes long before it is used again. */
    @Override
    public long intendedNs(long sequence) {
        return sequence % SAMPLE_EVERY == 0 ? sampledNs[place(sequence)] : NOT_TIMED;
    }
}
