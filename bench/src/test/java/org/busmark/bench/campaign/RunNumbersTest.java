package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RunNumbersTest {
    private static final int SESSIONS = 50;
    private static final int RUNS = 2_000;

    @Test
    void noNumberComesTwiceInACampaignHoweverManySessionsItTakes() {
        for (long seed : new long[] {0, 1, 42, -7, Long.MAX_VALUE}) {
            Set<Integer> seen = new HashSet<>();
            for (int session = 0; session < SESSIONS; session++) {
                RunNumbers numbers = new RunNumbers(seed, session);
                for (int i = 0; i < RUNS; i++) {
                    seen.add(numbers.next());
                }
            }
            assertEquals(SESSIONS * RUNS, seen.size());
        }
    }

    @Test
    void refusesMoreThanItCanTellApart() {
        assertThrows(IllegalArgumentException.class, () -> new RunNumbers(1, -1));
        assertThrows(IllegalArgumentException.class, () -> new RunNumbers(1, 1 << 13));
        RunNumbers numbers = new RunNumbers(1, 0);
        for (int i = 0; i < 1 << 19; i++) {
            numbers.next();
        }
        assertThrows(IllegalStateException.class, numbers::next);
    }
}
