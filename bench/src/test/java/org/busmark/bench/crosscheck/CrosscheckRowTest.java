package org.busmark.bench.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.statistics.Interval;
import org.junit.jupiter.api.Test;

final class CrosscheckRowTest {
    @Test
    void ratioIsBusmarkOverToolPairedByRounds() {
        CrosscheckRow row = row(pair(1, 200, 100), pair(2, 3_000, 1_500), pair(3, 20, 10));
        assertEquals(2, row.throughputRatio().orElseThrow().ratio(), 1e-9);
        Interval interval = row.throughputRatio().orElseThrow().interval().orElseThrow();
        assertEquals(2, interval.low(), 1e-9);
        assertEquals(2, interval.high(), 1e-9);
        assertEquals(Optional.of(200.0), row.busmarkPerSecond());
        assertEquals(Optional.of(100.0), row.toolPerSecond());
    }

    @Test
    void unequalRoundsMakeAnIntervalOnLogarithms() {
        CrosscheckRow row = row(pair(1, 100, 100), pair(2, 400, 100));
        assertEquals(2, row.throughputRatio().orElseThrow().ratio(), 1e-9);
        Interval interval = row.throughputRatio().orElseThrow().interval().orElseThrow();
        assertEquals(4, interval.low() * interval.high(), 1e-6);
        assertTrue(interval.contains(1));
    }

    @Test
    void cpuRatioTakesTheRoundsThatKnowIt() {
        CrosscheckRow row = row(
                new RoundPair(1, true, new Figures(10, 3.0), new Figures(10, 2.0), Verdict.VALID),
                new RoundPair(2, false, new Figures(10, null), new Figures(10, 2.0), Verdict.VALID),
                new RoundPair(3, true, new Figures(10, 3.0), new Figures(10, 0.0), Verdict.DEGRADED));
        assertEquals(1.5, row.clientCpuRatio().orElseThrow().ratio(), 1e-9);
        assertEquals(1, row.clientCpuRatio().orElseThrow().rounds());
    }

    @Test
    void oneRoundHasNoIntervalAndNoneHasNoRatio() {
        assertEquals(
                Optional.empty(),
                row(pair(1, 2, 1)).throughputRatio().orElseThrow().interval());
        assertEquals(Optional.empty(), row().throughputRatio());
        assertEquals(Optional.empty(), row().clientCpuRatio());
        assertEquals(Optional.empty(), row().toolPerSecond());
    }

    private static RoundPair pair(int round, double busmark, double tool) {
        return new RoundPair(round, round % 2 == 1, new Figures(busmark, 1.0), new Figures(tool, 1.0), Verdict.VALID);
    }

    private static CrosscheckRow row(RoundPair... pairs) {
        return new CrosscheckRow(
                "kafka", "tool", "1", "java Tool", 100, Guarantee.FIRE_AND_FORGET, List.of(pairs), List.of());
    }
}
