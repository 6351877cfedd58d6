package org.busmark.bench.fakes;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Results as JMH makes them, without running it. */
public final class JmhRuns {
    private static final IterationParams ITERATION =
            new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.nanoseconds(4_000_000_000L), 1);
    private static final long OPERATIONS = 1000;

    private JmhRuns() {}

    /** A run of one benchmark. */
    public static RunResult of(BenchmarkResult... forks) {
        return new RunResult(params(), List.of(forks));
    }

    /** A fork of one iteration, with its score in operations a second and these secondary results. */
    public static BenchmarkResult fork(double score, Result<?>... secondary) {
        return new BenchmarkResult(params(), List.of(iteration(score, secondary)));
    }

    /** What a fork sends to its host. */
    public static IterationResult iteration(double score, Result<?>... secondary) {
        IterationResult iteration =
                new IterationResult(params(), ITERATION, new IterationResultMetaData(OPERATIONS, OPERATIONS));
        long tookNs = Math.round(OPERATIONS / score * 1e9);
        iteration.addResult(new ThroughputResult(ResultRole.PRIMARY, "stream", OPERATIONS, tookNs, TimeUnit.SECONDS));
        Stream.of(secondary).forEach(iteration::addResult);
        return iteration;
    }

    private static BenchmarkParams params() {
        WorkloadParams parameters = new WorkloadParams();
        parameters.put("bus", "loopback", 0);
        return new BenchmarkParams(
                "org.busmark.bench.jmh.StreamBenchmark.stream",
                "generated",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                new IterationParams(IterationType.WARMUP, 0, TimeValue.seconds(1), 1),
                ITERATION,
                Mode.Throughput,
                parameters,
                TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "VM",
                "17",
                "1.37",
                TimeValue.minutes(1));
    }
}
