package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

final class HotPathTest {
    private static final int SECONDS = 4;

    /**
     * What an iteration's beginning and end take: five series with a histogram a second each, of 4 bytes a bucket where
     * they are recorded and of 8 where they are merged, and 1 MB for JMH itself. JMH charges it to the operations.
     */
    private static final double ONCE_BYTES = 5 * (SECONDS + 1) * 33_792 * (4 + 8) + 1e6;

    @TempDir
    Path folder = Path.of("");

    @Test
    @Timeout(120)
    void sendingDeliveringAndRecordingAllocateNothing() throws RunnerException {
        JmhRun jmh = new JmhRun(folder, StreamBenchmark.class);
        jmh.options()
                .warmupTime(TimeValue.seconds(2))
                .measurementTime(TimeValue.seconds(SECONDS))
                .addProfiler(GCProfiler.class);
        RunResult result = jmh.run();
        double bytesPerOperation = Objects.requireNonNull(
                        result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
        long operations = result.getBenchmarkResults().iterator().next().getIterationResults().stream()
                .map(IterationResult::getMetadata)
                .mapToLong(metadata -> metadata.getAllOps())
                .sum();
        assertTrue(operations >= 10_000_000, () -> "only " + operations + " operations");
        double ownBytes = bytesPerOperation * operations - ONCE_BYTES;
        assertTrue(ownBytes < 0.1 * operations, () -> ownBytes + " bytes in " + operations + " operations");
    }
}
