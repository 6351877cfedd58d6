package org.busmark.traffic;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.busmark.time.Clock;

/**
 * Sends one message, waits for its answer, and only then sends the next: closed-loop service time, there and back. An
 * answer that does not come within 5 s counts as lost, and the next message leaves. The receiver stamps the arrival, so how
 * coarsely this side waits is not in the figure.
 */
final class PingPong implements Loop {
    private static final long LOST_AFTER_NS = 5_000_000_000L;
    private static final int SPINS = 200;
    private static final long PARK_NS = 10_000;

    private final Lane lane;
    private final Clock clock;
    private final LongSupplier answered;
    private long writtenOff;

    /** @param answered how many different messages of this lane came back; readable while the receiver writes */
    PingPong(Lane lane, Clock clock, LongSupplier answered) {
        this.lane = lane;
        this.clock = clock;
        this.answered = answered;
        lane.outcomes().intendedTimes(sequence -> IntendedTimes.NOT_TIMED);
    }

    @Override
    public void begin(Iteration iteration, BooleanSupplier stopped) {}

    @Override
    public void step(BooleanSupplier stopped) {
        long sentNs = clock.nanoTime();
        lane.sendTimed(sentNs, sentNs);
        long due = lane.attempted() - writtenOff;
        for (int waits = 0; answered.getAsLong() < due && !stopped.getAsBoolean(); waits++) {
            if (waits < SPINS) {
                Thread.onSpinWait();
            } else if (clock.nanoTime() - sentNs > LOST_AFTER_NS) {
                writtenOff = lane.attempted() - answered.getAsLong();
                return;
            } else {
                LockSupport.parkNanos(PARK_NS);
            }
        }
    }

    @Override
    public void end() {}
}
