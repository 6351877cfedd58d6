package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PendingWriteTest {
    private final PendingWrite pending = new PendingWrite();

    @Test
    void noCallIsNoStall() {
        assertFalse(pending.exceeds(10, 0));
        assertFalse(pending.exceeds(10, 1_000));
        pending.begin(0);
        pending.end();
        assertFalse(pending.exceeds(10, 2_000));
        assertFalse(pending.exceeds(10, 9_000));
    }

    @Test
    void oneCallThatLastsIsAStall() {
        pending.begin(0);
        assertFalse(pending.exceeds(10, 100));
        assertFalse(pending.exceeds(10, 110));
        assertTrue(pending.exceeds(10, 111));
    }

    @Test
    void manyShortCallsAreNone() {
        for (int nowNs = 0; nowNs < 1_000; nowNs += 9) {
            pending.begin(0);
            assertFalse(pending.exceeds(10, nowNs));
            pending.end();
        }
    }

    @Test
    void whatTheSendHasWaitedBeforeCounts() {
        pending.begin(8);
        assertFalse(pending.exceeds(10, 100));
        assertTrue(pending.exceeds(10, 103));
    }
}
