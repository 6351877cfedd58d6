package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.busmark.bench.fakes.OrderlyAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

@Timeout(120)
final class PlainJmhTest {
    /** At 5,000/s. */
    private static final long MEASURED = 5_000 * JmhRun.MEASURED_MS / 1_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void anOpenLoopGivesItsRateTheSeriesPercentilesAndItsVerdict() throws RunnerException, IOException {
        JmhRun jmh = new JmhRun(folder, OpenLoopBenchmark.class);
        jmh.options().addProfiler(SeriesProfiler.class);
        RunResult result = jmh.run();
        assertTrue(result.getPrimaryResult().getScore() > 0);
        Set<String> labels = result.getSecondaryResults().keySet();
        // 2,500 messages: enough for a p99, not for a p99.99.
        assertTrue(
                labels.containsAll(Set.of("response.p50", "response.p99", "service.p99", "pacingLag.p50")),
                labels::toString);
        assertFalse(labels.contains("response.p99.99"), labels::toString);
        String verdict = jmh.printed()
                .lines()
                .filter(line -> line.startsWith("# Busmark: "))
                .collect(Collectors.joining("|"));
        assertTrue(
                verdict.matches("# Busmark: (VALID|DEGRADED).* \\(attempted (\\d+), delivered \\2, lost 0\\)"),
                verdict);
    }

    @Test
    void severalProducersAreAllClosedBeforeAnythingIsJudged() throws RunnerException {
        JmhRun jmh = new JmhRun(folder, StreamBenchmark.class);
        jmh.options().threads(3).param("bus", OrderlyAdapter.ID);
        assertEquals(3, jmh.run().getParams().getThreads());
        assertTrue(jmh.printed().matches("(?s).*# Busmark: (VALID|DEGRADED).*, lost 0\\)\\s*"), jmh::printed);
    }

    @Test
    void anOpenLoopOfSeveralProducersLosesNothingWhileItSettles() throws RunnerException {
        JmhRun jmh = new JmhRun(folder, OpenLoopBenchmark.class);
        jmh.options().threads(2).param("rate", "5000/s");
        jmh.run();
        assertTrue(attempted(jmh) > MEASURED, jmh::printed);
    }

    @Test
    void withoutAWarmUpNothingSettles() throws RunnerException {
        JmhRun jmh = new JmhRun(folder, OpenLoopBenchmark.class);
        jmh.options().warmupIterations(0).param("rate", "5000/s");
        jmh.run();
        assertTrue(attempted(jmh) <= MEASURED, jmh::printed);
    }

    private static long attempted(JmhRun jmh) {
        Matcher verdict = Pattern.compile("# Busmark: .*\\(attempted (\\d+), delivered \\1, lost 0\\)")
                .matcher(jmh.printed());
        assertTrue(verdict.find(), jmh::printed);
        return Long.parseLong(verdict.group(1));
    }

    @Test
    void aWorkloadThatTheBenchmarkCannotHostIsRefusedInOneLine() throws IOException {
        assertRefused(
                "workload 'small-stream' at rate max is CLOSED; OpenLoopBenchmark takes OPEN",
                "workload",
                "small-stream");
    }

    @Test
    void anUnknownBusIsRefusedInOneLine() throws IOException {
        assertRefused("'kafak' is not a bus; allowed: ", "bus", "kafak");
    }

    @Test
    void severalIterationsWouldBreakTheOneSchedule() throws IOException {
        JmhRun jmh = new JmhRun(folder, OpenLoopBenchmark.class);
        jmh.options().measurementIterations(2);
        assertRefused("measurement iterations is 2; allowed for an open loop: 1", jmh);
    }

    private void assertRefused(String complaint, String parameter, String value) throws IOException {
        JmhRun jmh = new JmhRun(folder, OpenLoopBenchmark.class);
        jmh.options().param(parameter, value);
        assertRefused(complaint, jmh);
    }

    private static void assertRefused(String complaint, JmhRun jmh) throws IOException {
        assertThrows(RunnerException.class, jmh::run);
        List<String> lines = jmh.log()
                .lines()
                .filter(line -> line.startsWith("org.busmark.bus.BusException: "))
                .collect(Collectors.toList());
        assertEquals(1, lines.size(), jmh.log());
        assertTrue(lines.get(0).contains(complaint), lines.get(0));
    }
}
