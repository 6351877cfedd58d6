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
 * Closed loop. One operation is one delivery's freed place in the window, then one send; so the score is steady
 * end-to-end messages per second. The window is full before the first operation and stays full between iterations.
 * Its latencies say how long the window is, not how fast the bus answers.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = BusState.COMPILERS_STAY)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 10)
public class StreamBenchmark {
    /** Waits for a place, then sends. */
    @Benchmark
    public void stream(LaneState lane, Control control) {
        lane.step(control);
    }
}
