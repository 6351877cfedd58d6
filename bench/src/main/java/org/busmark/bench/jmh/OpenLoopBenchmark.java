package org.busmark.bench.jmh;

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
 * Open loop. One operation is one message sent on schedule; the score is the achieved rate. One measured iteration a
 * fork, one unbroken schedule: draining between iterations would hide a stall.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = BusState.COMPILERS_STAY)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 10)
public class OpenLoopBenchmark {
    /** Waits for the next tick, then sends. */
    @Benchmark
    public void openLoop(LaneState lane, Control control) {
        lane.step(control);
    }
}
