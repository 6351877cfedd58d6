package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PerfectPacingTest {
    private static final long PERIOD_NS = 1_000;

    @Test
    void whatAnEarlierSendTookIsNotThePacersError() {
        PerfectPacing perfect = new PerfectPacing(0);
        assertEquals(0, perfect.sendNs(0, 5_500));
        for (long due = PERIOD_NS; due <= 5_000; due += PERIOD_NS) {
            assertEquals(5_500, perfect.sendNs(due, 0), "sends that take no time catch up at once");
        }
        assertEquals(6_000, perfect.sendNs(6_000, 0));
    }

    @Test
    void aLatePacerIsLateInEveryMessageThatItDelayed() {
        PerfectPacing perfect = new PerfectPacing(0);
        long stalledUntilNs = 10_000;
        long nowNs = 0;
        for (int n = 0; n < 30; n++) {
            long dueNs = n * PERIOD_NS;
            nowNs = Math.max(dueNs, Math.max(nowNs, n >= 1 ? stalledUntilNs : 0));
            long errorNs = nowNs - perfect.sendNs(dueNs, 100);
            long wholeLagNs = nowNs - dueNs;
            assertEquals(wholeLagNs, errorNs, "message " + n + ": no send is to blame");
            nowNs += 100;
        }
        assertEquals(29 * PERIOD_NS + 100, nowNs, "caught up");
    }

    /** Lag = error + what earlier sends explain, both never negative, for any history of a pacer that is never early. */
    @Test
    void lagIsErrorPlusBlockingForAnyHistory() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            PerfectPacing perfect = new PerfectPacing(0);
            boolean punctual = seed % 3 == 0;
            long freeNs = 0;
            long perfectFreeNs = 0;
            for (int n = 0; n < 500; n++) {
                long dueNs = n * PERIOD_NS;
                long ownNs = punctual || random.nextInt(10) > 0 ? 0 : random.nextInt(20_000);
                long blockedNs = random.nextInt(20) > 0 ? random.nextInt(500) : random.nextInt(30_000);
                long sentNs = Math.max(dueNs, freeNs) + ownNs;
                long wanted = Math.max(dueNs, perfectFreeNs);
                long errorNs = sentNs - perfect.sendNs(dueNs, blockedNs);
                assertEquals(sentNs - wanted, errorNs);
                assertTrue(errorNs >= 0 && errorNs <= sentNs - dueNs, "seed " + seed + " message " + n);
                if (punctual) {
                    assertEquals(0, errorNs, "seed " + seed + " message " + n);
                }
                freeNs = sentNs + blockedNs;
                perfectFreeNs = wanted + blockedNs;
            }
        }
    }

    @Test
    void theIterationBeginsFree() {
        assertEquals(5_000, new PerfectPacing(5_000).sendNs(5_000, 0));
        assertEquals(
                Long.MIN_VALUE, new PerfectPacing(Long.MAX_VALUE).sendNs(Long.MIN_VALUE, 0), "the clock overflows");
    }
}
