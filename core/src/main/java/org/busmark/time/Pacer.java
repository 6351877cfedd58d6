package org.busmark.time;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for the time at which a message is meant to be sent: parks until shortly before, then spins. How long it spins
 * is measured on this machine when it is made: half as much again as a park is late (the median of some), within 20 to
 * 60 us. That is long enough for most parks, and no longer, because spinning backfires where processors are few: a
 * scheduler lets those wait who use the most. Tried at 5,000/s on two cores that others kept busy: median lag 0.03 us
 * with 30 us of spin (4 % of a core) and 3 ms with nothing but spin (all that it could get).
 *
 * <p>It never waits for what is past, so it adds no burst that lateness has not already put on the schedule. Confined to
 * the thread that made it, whose timer slack it sets; allocates nothing after construction.
 */
public final class Pacer {
    private static final long MIN_SPIN_NS = 20_000;
    private static final long MAX_SPIN_NS = 60_000;
    private static final long MAX_PARK_NS = 10_000_000;

    /** A thread that spins sees the clock move by less; what is more was another thread's time. */
    private static final long PREEMPTED_NS = 2_000;

    /** Nearer than this it looks at the clock as often as it can: half of what lies between two looks is its lag. */
    private static final long RELAXED_NS = 1_000;

    private static final int TRIAL_PARKS = 41;
    private static final long TRIAL_PARK_NS = 100_000;

    private final Clock clock;
    private final Parking parking;
    private final long spinNs;
    // Written by this pacer's thread only, without a fence: others read it between iterations.
    private final AtomicLong spunNs = new AtomicLong();
    private long endedNs;

    /** Makes a pacer for the calling thread; takes about 5 ms, for it measures how late parks end. */
    public Pacer(Clock clock) {
        this(clock, LockSupport::parkNanos);
    }

    Pacer(Clock clock, Parking parking) {
        this.clock = clock;
        this.parking = parking;
        TimerSlack.minimise();
        spinNs = Math.max(MIN_SPIN_NS, Math.min(MAX_SPIN_NS, medianParkLagNs() * 3 / 2));
    }

    /** How a thread gives up the processor for about this long; may return early. */
    @FunctionalInterface
    interface Parking {
        void parkNs(long ns);
    }

    /**
     * Waits until a time.
     *
     * @param intendedNs by this pacer's clock
     * @param cancelled asked before anything else and then every 10 ms at least
     * @return true when the time has come, false when the wait was cancelled or the thread is interrupted (which it
     *     then still is)
     */
    public boolean awaitNs(long intendedNs, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            return false;
        }
        long nowNs = clock.nanoTime();
        while (intendedNs - nowNs > spinNs) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            parking.parkNs(Math.min(intendedNs - nowNs - spinNs, MAX_PARK_NS));
            if (cancelled.getAsBoolean()) {
                return false;
            }
            nowNs = clock.nanoTime();
        }
        endedNs = intendedNs - nowNs > 0 ? spin(nowNs, intendedNs) : nowNs;
        return true;
    }

    /** When the last wait that was not cancelled ended: a reading of the clock that need not be made again. */
    public long endedNs() {
        return endedNs;
    }

    /** How long this pacer has spun so far: processor time that pacing cost and the client did not. For any thread. */
    public long spunNs() {
        return spunNs.get();
    }

    /** How long before the intended time it stops parking. */
    public long spinNs() {
        return spinNs;
    }

    private long spin(long fromNs, long untilNs) {
        long nowNs = fromNs;
        long spun = 0;
        while (untilNs - nowNs > 0) {
            if (untilNs - nowNs > RELAXED_NS) {
                Thread.onSpinWait();
            }
            long stepNs = clock.nanoTime() - nowNs;
            nowNs += stepNs;
            spun += stepNs < PREEMPTED_NS ? stepNs : 0;
        }
        spunNs.lazySet(spunNs.getPlain() + spun);
        return nowNs;
    }

    private long medianParkLagNs() {
        long[] lagsNs = new long[TRIAL_PARKS];
        for (int i = 0; i < TRIAL_PARKS; i++) {
            long startNs = clock.nanoTime();
            parking.parkNs(TRIAL_PARK_NS);
            lagsNs[i] = clock.nanoTime() - startNs - TRIAL_PARK_NS;
        }
        Arrays.sort(lagsNs);
        return lagsNs[TRIAL_PARKS / 2];
    }
}
