package org.busmark.time;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for the time at which a message is meant to be sent: parks until shortly before, then spins. How long it spins
 * is measured on this machine when it is made: the 90th percentile of how late a park ends, within 20 to 200 us.
 *
 * <p>It never waits for what is past, so it adds no burst that lateness has not already put on the schedule. Confined to
 * the thread that made it, whose timer slack it sets; allocates nothing after construction.
 */
public final class Pacer {
    private static final long MIN_SPIN_NS = 20_000;
    private static final long MAX_SPIN_NS = 200_000;
    private static final long MAX_PARK_NS = 10_000_000;
    private static final int TRIAL_PARKS = 20;
    private static final long TRIAL_PARK_NS = 100_000;

    private final Clock clock;
    private final Parking parking;
    private final long spinNs;
    // Written by this pacer's thread only, without a fence: others read it between iterations.
    private final AtomicLong spunNs = new AtomicLong();

    /** Makes a pacer for the calling thread; takes about 5 ms, for it measures how late parks end. */
    public Pacer(Clock clock) {
        this(clock, LockSupport::parkNanos);
    }

    Pacer(Clock clock, Parking parking) {
        this.clock = clock;
        this.parking = parking;
        TimerSlack.minimise();
        spinNs = Math.max(MIN_SPIN_NS, Math.min(MAX_SPIN_NS, parkLagP90Ns()));
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
        if (intendedNs - nowNs > 0) {
            spin(nowNs, intendedNs);
        }
        return true;
    }

    /** How long this pacer has spun so far: processor time that pacing cost and the client did not. For any thread. */
    public long spunNs() {
        return spunNs.get();
    }

    /** How long before the intended time it stops parking. */
    public long spinNs() {
        return spinNs;
    }

    private void spin(long fromNs, long untilNs) {
        long nowNs = fromNs;
        while (untilNs - nowNs > 0) {
            Thread.onSpinWait();
            nowNs = clock.nanoTime();
        }
        spunNs.lazySet(spunNs.getPlain() + nowNs - fromNs);
    }

    private long parkLagP90Ns() {
        long[] lagsNs = new long[TRIAL_PARKS];
        for (int i = 0; i < TRIAL_PARKS; i++) {
            long startNs = clock.nanoTime();
            parking.parkNs(TRIAL_PARK_NS);
            lagsNs[i] = clock.nanoTime() - startNs - TRIAL_PARK_NS;
        }
        Arrays.sort(lagsNs);
        return lagsNs[TRIAL_PARKS * 9 / 10];
    }
}
