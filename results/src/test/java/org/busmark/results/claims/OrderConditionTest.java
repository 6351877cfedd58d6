package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.junit.jupiter.api.Test;

final class OrderConditionTest {
    private static final String ORDER = "- order: {bus: kafka, workload: partition*}";

    @Test
    void supportedByLedgersWithoutDisorder() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        ORDER,
                        new MadeUpRun()
                                .counted("kafka", "partitioned", Verdict.VALID, 60_000, 0)
                                .counted("kafka", "partitions-3", Verdict.DEGRADED, 40_000, 0)
                                .counted("kafka", "other", Verdict.VALID, 1, 1)
                                .counted("zeromq", "partitioned", Verdict.VALID, 1, 1))
                .is(ClaimVerdict.SUPPORTED)
                .because("supports: Kafka: 0 of 100,000 messages out of order within their partition"
                        + " (partitioned, partitions-3); 1 of 2 cells is DEGRADED");
        assertEquals(0.0, claim.evidence(0).value());
        assertEquals(
                List.of("kafka-partitioned", "kafka-partitions-3"),
                claim.evidence(0).cells());
    }

    /** What made the cell INVALID is what refutes the claim; the clean cell beside it does not make up for it. */
    @Test
    void refutedByOneMessage() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        ORDER,
                        new MadeUpRun()
                                .counted("kafka", "partitioned", Verdict.INVALID, 60_000, 1)
                                .counted("kafka", "partitions-3", Verdict.VALID, 40_000, 0))
                .is(ClaimVerdict.REFUTED)
                .because("refutes: Kafka: 1 of 60,000 messages out of order within their partition (partitioned);"
                        + " 1 of 1 cells is INVALID");
        assertEquals(List.of("kafka-partitioned"), claim.evidence(0).cells());
    }

    @Test
    void neverSupportedByAnInvalidCellOrByNothing() throws IOException {
        assertEquals(
                "missing: order at partition...: Kafka is INVALID: made so",
                ClaimOf.conditions(ORDER, new MadeUpRun().counted("kafka", "partitioned", Verdict.INVALID, 60_000, 0))
                        .is(ClaimVerdict.UNDECIDED)
                        .evidence(0)
                        .text());
        ClaimOf.conditions(ORDER, new MadeUpRun().counted("kafka", "partitioned", Verdict.DEGRADED, 0, 0))
                .is(ClaimVerdict.UNDECIDED);
        ClaimOf.conditions(ORDER, new MadeUpRun()).is(ClaimVerdict.UNDECIDED);
    }

    @Test
    void aCaseGivesWhatADocumentDoesNotTellItsName() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        """
                        - case: one partition
                          order: {bus: kafka, workload: single}
                        - case: three partitions
                          walkthrough: {bus: kafka, steps: mended, shows: read as sent}
                        """,
                        new MadeUpRun()
                                .counted("kafka", "single", Verdict.VALID, 60_000, 0)
                                .walked("kafka", Variant.MENDED, 0, 3, 6, 9, 1, 4, 7, 2, 5, 8))
                .is(ClaimVerdict.DEPENDS);
        assertEquals(
                "depends on the case (supports: one partition; refutes: three partitions)",
                claim.evidence(0).text());
        assertTrue(claim.evidence(1).text().startsWith("supports: one partition: Kafka: 0 of 60,000"));
        assertEquals(
                "refutes: three partitions: Kafka, mended: 10 messages came in another order than they were sent,"
                        + " each partition's in order",
                claim.evidence(2).text());
    }
}
