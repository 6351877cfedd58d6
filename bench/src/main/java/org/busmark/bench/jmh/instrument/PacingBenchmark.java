package org.busmark.bench.jmh.instrument;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.busmark.time.Clock;
import org.busmark.time.Pacer;
import org.busmark.time.SendSchedule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How late each way to wait is, at a rate, with nothing to send. One operation is one tick; the secondary results say
 * how late ticks were and what share of a processor the waiting took.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 1, time = 5)
@State(Scope.Thread)
public class PacingBenchmark implements BooleanSupplier {
    /** Ticks a second. */
    @Param("10000")
    public int rate = 10_000;

    private SendSchedule schedule = schedule();
    private Pacer pacer = new Pacer(Clock.SYSTEM);
    private long tick;

    /** A pacer for this thread, and a schedule that begins now. */
    @Setup(org.openjdk.jmh.annotations.Level.Iteration)
    public void begin() {
        pacer = new Pacer(Clock.SYSTEM);
        schedule = schedule();
        tick = 0;
    }

    private SendSchedule schedule() {
        return new SendSchedule(System.nanoTime(), rate, 0, 1);
    }

    /** No tick is later than 10 s after its iteration's end: nothing to cancel. */
    @Override
    public boolean getAsBoolean() {
        return false;
    }

    /** As good as it gets, for a whole processor. */
    @Benchmark
    public void bareSpin(TickLag lag) {
        long intendedNs = schedule.intendedNs(tick++);
        long nowNs = System.nanoTime();
        while (intendedNs - nowNs > 0) {
            Thread.onSpinWait();
            nowNs = System.nanoTime();
        }
        lag.record(nowNs - intendedNs);
    }

    /**
     * Busmark's; like the others it is held to its own last reading of the clock, which is also the one that stands in a
     * message.
     */
    @Benchmark
    public void pacer(TickLag lag) {
        long intendedNs = schedule.intendedNs(tick++);
        pacer.awaitNs(intendedNs, this);
        lag.record(pacer.endedNs() - intendedNs);
    }

    /** As cheap as it gets. */
    @Benchmark
    public void parkOnly(TickLag lag) {
        long intendedNs = schedule.intendedNs(tick++);
        long nowNs = System.nanoTime();
        while (intendedNs - nowNs > 0) {
            LockSupport.parkNanos(intendedNs - nowNs);
            nowNs = System.nanoTime();
        }
        lag.record(nowNs - intendedNs);
    }
}
