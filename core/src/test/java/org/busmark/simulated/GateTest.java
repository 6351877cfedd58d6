package org.busmark.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final long MS = 1_000_000;

    /** Stands still, unless it is told to go on with each look. */
    private static final class LookedAt {
        private long nowNs;
        private long stepNs;

        long nanoTime() {
            nowNs += stepNs;
            return nowNs;
        }
    }

    private final LookedAt clock = new LookedAt();
    private final Gate gate = new Gate(ScriptText.parse(Map.of("ceiling", "1000/s")), clock::nanoTime);

    private void admitsNow(int messages) {
        for (int message = 0; message < messages; message++) {
            assertEquals(clock.nowNs, gate.admit(() -> false));
        }
    }

    private void admitsOneMoreAt(long ns) {
        clock.stepNs = MS / 100;
        assertTrue(gate.admit(() -> false) >= ns);
        clock.stepNs = 0;
    }

    @Test
    void letsOneInForEachSpacing() {
        admitsNow(1);
        admitsOneMoreAt(MS);
        admitsOneMoreAt(2 * MS);
    }

    @Test
    void aSenderCatchesUpWhatItWasLateBy() {
        admitsNow(1);
        clock.nowNs = 10 * MS;
        admitsNow(10);
        admitsOneMoreAt(11 * MS);
    }

    @Test
    void anIdleBusHasNoMoreThanTwentyMillisecondsToSpare() {
        admitsNow(1);
        clock.nowNs = 1000 * MS;
        admitsNow(21);
        admitsOneMoreAt(1001 * MS);
    }
}
