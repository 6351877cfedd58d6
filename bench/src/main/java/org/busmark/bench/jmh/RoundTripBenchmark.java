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
 * Ping-pong. One operation is one message there and back; every round trip is in the service series (JMH's own sample
 * time would keep a part). Closed-loop service time: a stall delays one message, not those that would have come.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = BusState.COMPILERS_STAY)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 10)
public class RoundTripBenchmark {
    /** Sends and waits for the answer. */
    @Benchmark
    public void roundTrip(LaneState lane, Control control) {
        lane.step(control);
    }
}
