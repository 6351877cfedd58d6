package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.busmark.results.Campaigns;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.junit.jupiter.api.Test;

final class ClaimsTableTest {
    private static final ClaimRecord SUPPORTED =
            claim("fast", ClaimVerdict.SUPPORTED, "supports: 12 \u00b5s against 3 s");
    private static final ClaimRecord UNDECIDED = claim("safe", ClaimVerdict.UNDECIDED, "open: no faults yet");

    @Test
    void theTerminalShowsAllEvidence() {
        assertEquals("""
                | claim | section | verdict   | statement  |
                |-------|---------|-----------|------------|
                | fast  | 6.1     | SUPPORTED | it is fast |
                | safe  | 6.1     | UNDECIDED | it is safe |

                - **fast**: SUPPORTED
                  - supports: 12 us against 3 s
                - **safe**: UNDECIDED
                  - open: no faults yet
                """, ClaimsTable.of(List.of(SUPPORTED, UNDECIDED)));
    }

    @Test
    void whatAnybodyMayHaveWrittenShowsAsItself() {
        ClaimRecord hostile = new ClaimRecord(
                "x",
                Campaigns.HOSTILE,
                Campaigns.HOSTILE,
                ClaimVerdict.SUPPORTED,
                List.of(new Evidence(List.of(), Campaigns.HOSTILE, null)));
        String text = ClaimsTable.of(List.of(hostile));
        assertFalse(text.contains("<script"), text);
        assertFalse(text.contains("\u001b"), text);
        assertFalse(text.contains("x](http"), text);
        assertEquals(6, text.lines().count(), text);
    }

    private static ClaimRecord claim(String id, ClaimVerdict verdict, String evidence) {
        return new ClaimRecord(
                id, "6.1", "it is " + id, verdict, List.of(new Evidence(List.of("cell-1"), evidence, null)));
    }
}
