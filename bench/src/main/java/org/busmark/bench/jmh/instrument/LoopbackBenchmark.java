package org.busmark.bench.jmh.instrument;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * The whole instrument end to end, with a bus that costs nothing: the listener is called on the sender's thread. What
 * it does here a second is the limit of what it can measure; every byte is verified, and the ledger is on.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoopbackBenchmark {
    /** A closed loop whose series are off. */
    @Benchmark
    public void ledger(LoopbackStates.Ledger state, Control control) {
        state.step(control);
    }

    /** A closed loop as it is measured: one message in 64 is timed. */
    @Benchmark
    public void sampledSeries(LoopbackStates.Sampled state, Control control) {
        state.step(control);
    }

    /** An open loop that is always behind its schedule, so that it never waits: every message is in all series. */
    @Benchmark
    public void allSeries(LoopbackStates.AllTimed state, Control control) {
        state.step(control);
    }
}
