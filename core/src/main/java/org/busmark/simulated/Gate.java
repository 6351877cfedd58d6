package org.busmark.simulated;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When the bus moves at all: its stalls, and the rate that it takes. Time begins with the first message that asks.
 * Thread-safe. Reads {@link System#nanoTime} itself: a standard that shared the instrument's clock and pacer would be
 * wrong together with them.
 */
final class Gate {
    private static final long MAX_BLOCK_NS = 30_000_000_000L;
    private static final long SPIN_NS = 100_000;
    private static final long MAX_PARK_NS = 10_000_000;

    /** A sender that was late by less makes up for it: the machine's pauses are not the bus's. */
    private static final long CATCH_UP_NS = 20_000_000;

    /** Returned by {@link #admit} when the message was not let in. */
    static final long REFUSED = Long.MIN_VALUE;

    // No list: who spins asks again and again, and an iterator each time is a collection of garbage each second.
    private final Stall[] stalls;

    private final LongSupplier nanoTime;
    private final long spacingNs;
    private boolean begun;
    private volatile long beginNs;
    private volatile boolean open;
    private long nextFreeNs;

    Gate(Script script) {
        this(script, System::nanoTime);
    }

    Gate(Script script, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        stalls = script.stalls().toArray(Stall[]::new);
        spacingNs = Double.isInfinite(script.ceilingPerSecond()) ? 0 : Math.round(1e9 / script.ceilingPerSecond());
    }

    /**
     * Blocks while the bus takes nothing, for 30 s at most.
     *
     * @return when the message was let in, or {@link #REFUSED}
     */
    long admit(BooleanSupplier cancelled) {
        long nowNs = nanoTime.getAsLong();
        long letInNs = reserve(nowNs);
        if (letInNs - nowNs <= 0) {
            return nowNs;
        }
        boolean inTime = letInNs - nowNs <= MAX_BLOCK_NS && await(letInNs, cancelled);
        return inTime ? nanoTime.getAsLong() : REFUSED;
    }

    private synchronized long reserve(long nowNs) {
        if (!begun) {
            begun = true;
            beginNs = nowNs;
            nextFreeNs = nowNs;
            open = true;
        }
        if (spacingNs == 0) {
            return heldUntilNs(nowNs);
        }
        long letInNs = heldUntilNs(Math.max(nowNs - CATCH_UP_NS, nextFreeNs));
        nextFreeNs = letInNs + spacingNs;
        return letInNs;
    }

    /** The first moment, not before this one, at which the bus does not stand still. */
    long heldUntilNs(long atNs) {
        long untilNs = atNs;
        if (open) {
            for (Stall stall : stalls) {
                long sinceNs = untilNs - beginNs;
                if (sinceNs >= stall.atNs() && sinceNs < stall.endNs()) {
                    untilNs = beginNs + stall.endNs();
                }
            }
        }
        return untilNs;
    }

    private boolean await(long untilNs, BooleanSupplier cancelled) {
        long leftNs = untilNs - nanoTime.getAsLong();
        while (leftNs > 0) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (leftNs > SPIN_NS) {
                LockSupport.parkNanos(Math.min(leftNs - SPIN_NS, MAX_PARK_NS));
            } else {
                Thread.onSpinWait();
            }
            leftNs = untilNs - nanoTime.getAsLong();
        }
        return true;
    }
}
