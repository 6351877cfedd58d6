package org.busmark.bench.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SteadyPartTest {
    private final SteadyPart part = new SteadyPart(Duration.ofSeconds(2), Duration.ofSeconds(5));

    @Test
    void leavesTheStartOut() {
        add(10_000, 1, 1.0);
        add(11_000, 50, 3.0);
        add(12_000, 1_000, 4.0);
        add(15_000, 7_000, 7.0);
        assertFalse(part.isComplete());
        assertEquals(Optional.empty(), part.figures());
        add(17_000, 11_000, 9.0);
        assertTrue(part.isComplete());
        add(18_000, 99_000, 99.0);
        Figures figures = part.figures().orElseThrow();
        assertEquals(2_000, figures.perSecond(), 1e-9);
        assertEquals(5.0 / 10_000 * 1e6, known(figures.cpuSecondsPerMillion()), 1e-9);
    }

    @Test
    void timeIsTheToolsOwnAlsoWhereItsLinesComeLate() {
        Random random = new Random(7);
        long atMs = 0;
        while (!part.isComplete()) {
            add(atMs, atMs * 3, atMs / 500.0);
            atMs += 1 + random.nextInt(900);
        }
        Figures figures = part.figures().orElseThrow();
        assertEquals(3_000, figures.perSecond(), 1e-6);
        assertEquals(2.0 / 3_000 * 1e6, known(figures.cpuSecondsPerMillion()), 1e-6);
    }

    @Test
    void nothingReceivedIsNoFigure() {
        add(0, 10, 0);
        add(2_000, 10, 0);
        add(7_000, 10, 0);
        assertTrue(part.isComplete());
        assertEquals(Optional.empty(), part.figures());
    }

    @Test
    void unknownCpuStaysUnknown() {
        part.add(new Reading(new Count(0, 0), OptionalDouble.empty()));
        part.add(new Reading(new Count(2_000, 0), OptionalDouble.empty()));
        add(7_000, 10, 1);
        assertNull(part.figures().orElseThrow().cpuSecondsPerMillion());
    }

    private void add(long atMs, long messages, double cpuSeconds) {
        part.add(new Reading(new Count(atMs, messages), OptionalDouble.of(cpuSeconds)));
    }

    private static double known(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
