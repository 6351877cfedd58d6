package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.busmark.time.Clock;
import org.busmark.verdict.Limits;
import org.junit.jupiter.api.Test;

final class SettlingTest {
    private static final long STEP_NS = 10_000_000;
    private static final double WARM_UP_SECONDS = 2;

    private long nowNs = 17;
    private double compiledSeconds = 3;
    private boolean told = true;
    private final Clock clock = () -> nowNs;

    private Settling settling() {
        return new Settling(clock, (long) (WARM_UP_SECONDS * 1e9), this::compilers);
    }

    private OptionalDouble compilers() {
        return told ? OptionalDouble.of(compiledSeconds) : OptionalDouble.empty();
    }

    /** Lets time go by in which compilers take this share of a processor. */
    private void pass(double seconds, double share) {
        nowNs += Math.round(seconds * 1e9);
        compiledSeconds += seconds * share;
    }

    /** How long it goes on, asked every 10 ms, while compilers take this share. */
    private double secondsUntilOver(Settling settling, double share) {
        long startNs = nowNs;
        while (!settling.isOver()) {
            pass(STEP_NS / 1e9, share);
            assertTrue(nowNs - startNs < 60_000_000_000L, "it never ends");
        }
        return (nowNs - startNs) / 1e9;
    }

    @Test
    void calmCompilersNeedNothingMore() {
        Settling settling = settling();
        pass(1, 0.1);
        assertTrue(settling.isOver());
        assertTrue(settling.isOver());
    }

    @Test
    void aSecondOfCalmIsEnoughAndLessIsNot() {
        Settling settling = settling();
        pass(0.5, 0.1);
        assertFalse(settling.isOver());
        assertEquals(0.5, secondsUntilOver(settling, 0.1), 0.02);
    }

    @Test
    void itGoesOnWhileCompilersWork() {
        Settling settling = settling();
        pass(1, 0.9);
        assertFalse(settling.isOver());
        for (int i = 0; i < 400; i++) {
            pass(0.01, 0.6);
            assertFalse(settling.isOver());
        }
        assertEquals(1, secondsUntilOver(settling, 0), 0.02);
    }

    @Test
    void aBurstBeginsTheSecondAnew() {
        Settling settling = settling();
        pass(0.6, 0);
        assertFalse(settling.isOver());
        pass(0.6, 1);
        assertFalse(settling.isOver());
        assertEquals(1, secondsUntilOver(settling, 0), 0.02);
    }

    /** What is allowed while measuring is too much before it, for compilers work in bursts. */
    @Test
    void itEndsInAnyCaseFiveTimesLater() {
        Settling settling = settling();
        pass(1, 0.9);
        assertEquals(5 * WARM_UP_SECONDS, secondsUntilOver(settling, Limits.COMPILING_SHARE), 0.02);
    }

    @Test
    void aLongWarmUpIsNotFollowedByAMuchLongerOne() {
        Settling settling = new Settling(clock, 60_000_000_000L, this::compilers);
        pass(30, 0.9);
        assertEquals(15, secondsUntilOver(settling, 0.9), 0.02);
    }

    @Test
    void whatIsNotToldIsNotWaitedFor() {
        told = false;
        Settling settling = settling();
        pass(1, 0.9);
        assertTrue(settling.isOver());
        told = true;
        Settling later = settling();
        told = false;
        pass(1, 0.9);
        assertTrue(later.isOver());
    }

    @Test
    void itsIterationIsLikeAMeasuredOneAndLastsAsLongAsItMay() {
        Iteration further = settling().iteration();
        assertTrue(further.measured());
        assertEquals(nowNs, further.startNs());
        assertEquals(10_000_000_000L, further.durationNs());
    }
}
