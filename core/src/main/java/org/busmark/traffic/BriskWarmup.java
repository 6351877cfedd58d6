package org.busmark.traffic;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.busmark.time.Clock;

/**
 * Goes through the first half of a warm-up as fast as a small window lets, and gives the rest, and all that is measured,
 * to the loop itself. A JVM compiles what has run some ten thousand times: at 1,000 messages a second that would be
 * most of a minute later, on a processor that the measured messages need. The window is small, so that no system has a
 * queue to work off when the loop's own pace begins.
 */
final class BriskWarmup implements Loop {
    /** On their way at most. */
    static final int WINDOW = 64;

    /** More would compile nothing new. In all warm-up iterations together. */
    static final int MOST_MESSAGES = 50_000;

    private static final int SPINS = 100;
    private static final long PARK_NS = 20_000;

    private final Lane lane;
    private final Clock clock;
    private final LongSupplier delivered;
    private final Loop loop;
    private int left = MOST_MESSAGES;
    private long sent;
    private boolean brisk;
    private long briskUntilNs;
    private long endNs;

    /**
     * @param delivered this lane's messages that every group has received; readable while receivers write
     * @param loop what is warmed up
     */
    BriskWarmup(Lane lane, Clock clock, LongSupplier delivered, Loop loop) {
        this.lane = lane;
        this.clock = clock;
        this.delivered = delivered;
        this.loop = loop;
    }

    @Override
    public void begin(Iteration iteration, BooleanSupplier stopped) {
        brisk = !iteration.measured() && left > 0;
        if (!brisk) {
            loop.begin(iteration, stopped);
            return;
        }
        sent = 0;
        briskUntilNs = iteration.startNs() + iteration.durationNs() / 2;
        endNs = iteration.endNs();
        lane.outcomes().intendedTimes(sequence -> IntendedTimes.NOT_TIMED);
    }

    @Override
    public void step(BooleanSupplier stopped) {
        if (brisk && !sendBriskly(stopped)) {
            if (stopped.getAsBoolean()) {
                return;
            }
            account();
            long nowNs = clock.nanoTime();
            loop.begin(new Iteration(nowNs, Math.max(0, endNs - nowNs), false), stopped);
        }
        if (!brisk) {
            loop.step(stopped);
        }
    }

    /** Returns false when the brisk part is over, or stopped. */
    private boolean sendBriskly(BooleanSupplier stopped) {
        long nowNs = clock.nanoTime();
        for (int waits = 0; nowNs - briskUntilNs < 0 && left > 0; waits++) {
            long onTheirWay = lane.attempted() - lane.account().rejected() - delivered.getAsLong();
            if (onTheirWay < WINDOW) {
                left--;
                sent++;
                lane.sendTimed(nowNs, nowNs);
                return true;
            }
            if (stopped.getAsBoolean()) {
                return false;
            }
            if (waits < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NS);
            }
            nowNs = clock.nanoTime();
        }
        return false;
    }

    /** What left briskly was due when it left. */
    private void account() {
        brisk = false;
        lane.account().scheduled(sent);
    }

    @Override
    public long spunNs() {
        return loop.spunNs();
    }

    @Override
    public void end() {
        if (brisk) {
            account();
        } else {
            loop.end();
        }
    }
}
