package org.busmark.bench.jmh.instrument;

import java.util.concurrent.TimeUnit;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recording one value, and reading the clock, which each value needs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class SeriesBenchmark {
    private static final long INTERVAL_NS = 1_000_000_000;

    private final SeriesRecorder recorder = new SeriesRecorder(SeriesWindow.of(0, 10 * INTERVAL_NS));
    private long random = 1;

    /** A value from 0.1 us to 0.1 s, whose message was intended anywhere in the second. */
    @Benchmark
    public void record() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        long place = random >>> 40;
        recorder.record(3 * INTERVAL_NS + place, 100L << (place % 20));
    }

    /** The clock. */
    @Benchmark
    public long clock() {
        return System.nanoTime();
    }
}
