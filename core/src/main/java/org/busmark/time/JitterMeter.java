package org.busmark.time;

import java.util.concurrent.locks.LockSupport;

/**
 * Finds out how late the machine lets a thread run: sleeps until each step of a fixed schedule and reports its lateness.
 * A step that passed meanwhile is reported too, with its own lateness, so that a stall weighs as long as it lasted: the
 * share of late steps is the share of moments at which something would have had to wait that long. A pause of the
 * whole JVM is in it, and so is what a timer always takes (20 to 80 us).
 *
 * <p>A step costs 10 to 20 us of processor time, most of it in the kernel. Confined to the thread that made it, whose timer slack it sets;
 * allocates nothing.
 */
public final class JitterMeter {
    private final Clock clock;
    private final Pacer.Parking parking;
    private final long stepNs;
    private final Listener listener;
    private long nextNs;

    /** Hears how late each step was. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param dueNs when the thread wanted to run
         * @param lateNs by how much later it did, 0 or more
         */
        void onStep(long dueNs, long lateNs);
    }

    /**
     * @param startNs when the first step is due
     * @param stepNs between two steps, more than 0
     */
    public JitterMeter(Clock clock, long startNs, long stepNs, Listener listener) {
        this(clock, LockSupport::parkNanos, startNs, stepNs, listener);
    }

    JitterMeter(Clock clock, Pacer.Parking parking, long startNs, long stepNs, Listener listener) {
        if (stepNs <= 0) {
            throw new IllegalArgumentException("stepNs is not positive: " + stepNs);
        }
        this.clock = clock;
        this.parking = parking;
        this.stepNs = stepNs;
        this.listener = listener;
        this.nextNs = startNs;
        TimerSlack.minimise();
    }

    /** Sleeps until the next step and reports all that are due; returns the time. May return early, with none due. */
    public long step() {
        long untilNs = nextNs - clock.nanoTime();
        if (untilNs > 0) {
            parking.parkNs(untilNs);
        }
        long nowNs = clock.nanoTime();
        while (nowNs - nextNs >= 0) {
            listener.onStep(nextNs, nowNs - nextNs);
            nextNs += stepNs;
        }
        return nowNs;
    }
}
