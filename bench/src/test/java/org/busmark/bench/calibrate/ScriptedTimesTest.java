package org.busmark.bench.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.busmark.simulated.ScriptText;
import org.junit.jupiter.api.Test;

/** The model against what can be worked out by hand. */
class ScriptedTimesTest {
    private static final long MS = 1_000_000;
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static ScriptedTimes times(Map<String, String> script, double perSecond, int partitions) {
        return ScriptedTimes.of(ScriptText.parse(script), perSecond, TEN_SECONDS, partitions);
    }

    @Test
    void aConstantDelayIsEveryResponse() {
        ScriptedTimes times = times(Map.of("delay", "20 ms", "ack-delay", "5 ms"), 1000, 1);
        assertEquals(10_000, times.responsesNs().length);
        assertEquals(20 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 0));
        assertEquals(20 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 100));
        assertEquals(5 * MS, ScriptedTimes.percentileNs(times.acksNs(), 99));
    }

    @Test
    void aStallIsItsShareOfTheRunLessTheThreshold() {
        ScriptedTimes times = times(Map.of("stall", "1 s at 5 s"), 1000, 1);
        for (int thresholdMs = 0; thresholdMs < 1000; thresholdMs += 100) {
            double share = ScriptedTimes.shareAbove(times.responsesNs(), thresholdMs * MS);
            assertEquals((1000 - thresholdMs) / 10_000.0, share, 1e-9);
        }
        assertEquals(1000 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 100));
    }

    @Test
    void aPartitionKeepsItsOrderAndManyPartitionsDoNotWait() {
        Map<String, String> script = Map.of("delay", "uniform 0 ms .. 100 ms");
        ScriptedTimes one = times(script, 1000, 1);
        ScriptedTimes many = times(script, 1000, 2048);
        assertEquals(50.0, (double) ScriptedTimes.percentileNs(many.responsesNs(), 50) / MS, 2.0);
        assertTrue(ScriptedTimes.percentileNs(one.responsesNs(), 50) > 80 * MS);
    }

    @Test
    void aSlowConsumerFallsBehindByWhatItCannotServe() {
        ScriptedTimes times = times(Map.of("service-time", "2 ms"), 1000, 1);
        assertEquals(10_000, times.responsesNs().length);
        assertEquals(9_999 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 100));
        assertEquals(4_999 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 50));
    }

    @Test
    void aCeilingLetsSoManyIn() {
        ScriptedTimes times = times(Map.of("ceiling", "500/s"), 1000, 1);
        assertEquals(5_001, times.responsesNs().length);
        assertEquals(5_000 * MS, ScriptedTimes.percentileNs(times.responsesNs(), 100));
    }

    @Test
    void aPercentileIsTheTimeThatItsShareDoesNotExceed() {
        long[] thousand = java.util.stream.LongStream.rangeClosed(1, 1000).toArray();
        assertEquals(500, ScriptedTimes.percentileNs(thousand, 50));
        assertEquals(990, ScriptedTimes.percentileNs(thousand, 99));
        assertEquals(999, ScriptedTimes.percentileNs(thousand, 99.9));
        assertEquals(1000, ScriptedTimes.percentileNs(thousand, 99.91));
        assertEquals(0.5, ScriptedTimes.shareAbove(thousand, 500));
    }
}
