package org.busmark.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeriesWindowTest {
    private static final long S = 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "10, 1, 10", "120, 1, 120", "121, 2, 61", "240, 2, 120", "3600, 30, 120", "3601, 31, 117"})
    void thereAreAtMostAHundredAndTwentyIntervals(long durationS, long intervalS, int intervals) {
        SeriesWindow window = SeriesWindow.of(77, durationS * S);
        assertEquals(intervalS * S, window.intervalNs());
        assertEquals(intervals, window.intervals());
    }

    @Test
    void aPartOfASecondIsAnIntervalToo() {
        SeriesWindow window = SeriesWindow.of(0, 2 * S + 1);
        assertEquals(3, window.intervals());
        assertEquals(1, SeriesWindow.of(0, 1).intervals());
    }

    @Test
    void theStartIsInsideAndTheEndOutsideAlsoWhereTheClockOverflows() {
        for (long startNs : new long[] {0, -S, Long.MAX_VALUE - 5, Long.MIN_VALUE}) {
            SeriesWindow window = SeriesWindow.of(startNs, S);
            assertFalse(window.covers(startNs - 1));
            assertTrue(window.covers(startNs));
            assertTrue(window.covers(startNs + S - 1));
            assertFalse(window.covers(startNs + S));
        }
    }

    @Test
    void whatIsNoWindowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SeriesWindow.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> SeriesWindow.of(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new SeriesWindow(0, S, 0));
        assertThrows(IllegalArgumentException.class, () -> new SeriesWindow(0, Long.MAX_VALUE, 1));
    }
}
