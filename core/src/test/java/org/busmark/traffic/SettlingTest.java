package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalDouble;
import org.busmark.time.Clock;
import org.busmark.verdict.Limits;
import org.busmark.workload.LoopKind;
import org.junit.jupiter.api.Test;

final class SettlingTest {
    private static final long STEP_NS = 10_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private long nowNs = 17;
    private double compiledSeconds = 3;
    private boolean told = true;
    private final Clock clock = () -> nowNs;

    private Settling settling() {
        return new Settling(clock, WARM_UP, LoopKind.CLOSED, this::compilers);
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
        settling.begin();
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
    void anOpenLoopIsCalmWhereAClosedOneIsNot() {
        double between = (Limits.COMPILING_SHARE + Limits.COMPILING_SHARE_OPEN_LOOP) / 2 * 0.75;
        Settling closed = settling();
        Settling open = new Settling(clock, WARM_UP, LoopKind.OPEN, this::compilers);
        pass(1, between);
        assertTrue(open.isOver());
        assertFalse(closed.isOver());
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
    void itEndsInAnyCaseTwelveTimesLater() {
        Settling settling = new Settling(clock, Duration.ofMillis(500), LoopKind.CLOSED, this::compilers);
        pass(0.25, 0.9);
        assertEquals(6, secondsUntilOver(settling, Limits.COMPILING_SHARE), 0.02);
    }

    @Test
    void aLongWarmUpIsNotFollowedByAMuchLongerOne() {
        Settling settling = new Settling(clock, Duration.ofMinutes(1), LoopKind.CLOSED, this::compilers);
        pass(30, 0.9);
        assertEquals(12, secondsUntilOver(settling, 0.9), 0.02);
    }

    @Test
    void whatIsNotToldIsNotWaitedFor() {
        told = false;
        Settling settling = settling();
        assertTrue(settling.isOver());
    }

    /** One reading that fails says nothing; the next one covers its time too. */
    @Test
    void aReadingThatFailsIsSkipped() {
        Settling settling = settling();
        told = false;
        pass(1, 0.9);
        assertFalse(settling.isOver());
        told = true;
        assertFalse(settling.isOver());
        // Half a second until the next reading, which is not calm; a second that is.
        assertEquals(1.5, secondsUntilOver(settling, 0), 0.02);
    }

    /** A thread that ended took its time along. */
    @Test
    void anAccountThatFallsIsNotCalm() {
        Settling settling = settling();
        pass(0.6, 0);
        compiledSeconds -= 2;
        assertFalse(settling.isOver());
        pass(0.6, 0);
        assertFalse(settling.isOver());
        pass(0.6, 0);
        assertTrue(settling.isOver());
    }

    @Test
    void untilTheWarmUpHasHadItsTimeNoneRunsOut() {
        Settling settling = settling();
        for (int i = 0; i < 60; i++) {
            pass(1, 0.9);
            assertFalse(settling.isOver());
        }
    }

    @Test
    void itsIterationIsLikeAMeasuredOneAndTheSameForAll() {
        Settling settling = settling();
        Iteration further = settling.begin();
        assertTrue(further.measured());
        assertEquals(nowNs, further.startNs());
        assertEquals(Settling.longest(WARM_UP).toNanos(), further.durationNs());
        pass(1, 0.9);
        assertEquals(further, settling.begin());
        assertEquals(Duration.ofSeconds(12), Settling.longest(WARM_UP));
        assertEquals(Duration.ofMillis(600), Settling.longest(Duration.ofMillis(50)));
        assertEquals(Duration.ofSeconds(12), Settling.longest(Duration.ofMinutes(1)));
    }

    @Test
    void whatIsOverStaysOver() {
        Settling settling = settling();
        pass(0.6, 0);
        assertFalse(settling.isOver());
        pass(0.6, 0);
        settling.begin();
        assertTrue(settling.isOver());
        pass(0.6, 0.9);
        assertTrue(settling.isOver());
    }
}
