package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.busmark.bench.fakes.CountedBrokerAdapter;
import org.busmark.bench.fakes.UnobtainableAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

@Timeout(120)
final class BrokerProfilerTest {
    @TempDir
    Path folder = Path.of("");

    /** The profiler's session lives as long as this JVM, so its folder is not one that a test removes. */
    @BeforeEach
    void keepDataInTheBuild() {
        System.setProperty(
                BrokerProfiler.DATA_DIRECTORY,
                Path.of("target", "jmh-data").toAbsolutePath().toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(BrokerProfiler.DATA_DIRECTORY);
    }

    @Test
    void eachForkHasABrokerOfItsOwn() throws RunnerException {
        int starts = CountedBrokerAdapter.starts();
        int stops = CountedBrokerAdapter.stops();
        JmhRun jmh = new JmhRun(folder, StreamBenchmark.class);
        jmh.options().forks(2).param("bus", CountedBrokerAdapter.ID).addProfiler(QuickBrokerProfiler.class);
        RunResult result = jmh.run();
        assertEquals(2, result.getBenchmarkResults().size());
        assertEquals(starts + 2, CountedBrokerAdapter.starts());
        assertEquals(stops + 2, CountedBrokerAdapter.stops());
    }

    @Test
    void aBrokerThatCannotBeHadIsSaidWithItsRemedy() {
        JmhRun jmh = new JmhRun(folder, StreamBenchmark.class);
        jmh.options().param("bus", UnobtainableAdapter.ID).addProfiler(QuickBrokerProfiler.class);
        Throwable thrown = assertThrows(Exception.class, jmh::run);
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        String expected = UnobtainableAdapter.REASON + "; remedy: " + UnobtainableAdapter.REMEDY;
        assertTrue(messages.toString().contains(expected), messages::toString);
    }
}
