package org.busmark.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.busmark.bus.Disturbance;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.LedgerRules;
import org.busmark.ledger.LedgerTotals;
import org.junit.jupiter.api.Test;

final class ReasonTest {
    private static List<Reason> kinds(String reason) {
        return Arrays.stream(Reason.values())
                .filter(kind -> kind.matches(reason))
                .toList();
    }

    /** Each count of the ledger in turn is 2. */
    private static List<String> reasons(int spoiled, Set<Disturbance> seen) {
        long[] c = new long[9];
        if (spoiled < c.length) {
            c[spoiled] = 2;
        }
        long withoutOutcome = c[8];
        long others = 100 - c[0] - c[1] - c[2] - withoutOutcome;
        LedgerTotals totals = new LedgerTotals(
                100,
                100,
                c[0],
                others,
                c[1],
                c[2],
                100,
                98,
                c[3],
                c[4],
                2,
                spoiled == 9 ? 2 : 0,
                0,
                0,
                c[5],
                c[6],
                c[7],
                List.of());
        return LedgerRules.judge(totals, Guarantee.PERSISTED, seen, true).reasons();
    }

    @Test
    void everyReasonOfTheLedgerIsOfOneKind() {
        List<Reason> expected = List.of(
                Reason.NOT_ACKNOWLEDGED,
                Reason.REJECTED,
                Reason.UNKNOWN_OUTCOME,
                Reason.LOST,
                Reason.UNEXPECTED,
                Reason.OUT_OF_ORDER,
                Reason.CORRUPTED,
                Reason.SURPLUS_OUTCOME,
                Reason.NO_OUTCOME,
                Reason.DUPLICATED);
        for (int spoiled = 0; spoiled < expected.size(); spoiled++) {
            List<String> reasons = reasons(spoiled, Set.of());
            assertEquals(1, reasons.size(), reasons::toString);
            assertEquals(List.of(expected.get(spoiled)), kinds(reasons.get(0)), reasons.get(0));
        }
        List<String> retried = reasons(9, Set.of(Disturbance.RETRY));
        assertEquals(List.of(Reason.DUPLICATED), kinds(retried.get(0)), retried.get(0));
        List<String> failed = reasons(99, EnumSet.of(Disturbance.FAILURE));
        assertEquals(List.of(Reason.CLIENT_FAILED), kinds(failed.get(0)), failed.get(0));
    }

    @Test
    void theRoundBeforeAReasonDoesNotHideIt() {
        assertEquals(
                Reason.JITTER,
                Reason.of("rounds 1, 3: machine jitter p99 is 5 ms").orElseThrow());
        assertTrue(Reason.of("the fork left no record: killed").isEmpty());
    }

    @Test
    void theWordsOfOneKindAreInNoOther() {
        for (Reason kind : Reason.values()) {
            assertEquals(List.of(kind), kinds(kind.words()));
        }
    }
}
