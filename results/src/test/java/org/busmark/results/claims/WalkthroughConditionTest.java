package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.junit.jupiter.api.Test;

final class WalkthroughConditionTest {
    private static final String BOTH = "- walkthrough: {bus: kafka, steps: [as written, mended], shows: all read}";
    private static final String AS_SENT = "- walkthrough: {bus: kafka, steps: mended, shows: read as sent}";
    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void dependsOnTheStepsWhereMendingHelps() throws IOException {
        ClaimOf claim = ClaimOf.conditions(
                        BOTH,
                        new MadeUpRun().walked("kafka", Variant.AS_WRITTEN).walked("kafka", Variant.MENDED, ALL))
                .is(ClaimVerdict.DEPENDS)
                .because(
                        "depends on the steps (supports: mended; refutes: as written)",
                        "refutes: Kafka, as written: 0 of 10 messages read",
                        "supports: Kafka, mended: 10 of 10 messages read");
        assertEquals(0.0, claim.evidence(1).value());
        assertEquals(10.0, claim.evidence(2).value());
    }

    @Test
    void refutedWhereNothingHelps() throws IOException {
        ClaimOf.conditions(
                        BOTH,
                        new MadeUpRun()
                                .walked("kafka", Variant.AS_WRITTEN)
                                .walked("kafka", Variant.MENDED, 0, 1, 2, 3, 4, 5, 6, 7, 8))
                .is(ClaimVerdict.REFUTED)
                .because(
                        "refutes: Kafka, as written: 0 of 10 messages read",
                        "refutes: Kafka, mended: 9 of 10 messages read");
    }

    @Test
    void undecidedWhereTheStepsWereNotTaken() throws IOException {
        ClaimOf.conditions(BOTH, new MadeUpRun().walked("kafka", Variant.MENDED, "no broker", ALL))
                .is(ClaimVerdict.UNDECIDED)
                .because(
                        "missing: the walkthrough, as written: this run did not take Kafka through it",
                        "missing: Kafka, mended: the steps could not be taken: no broker",
                        "to measure what is missing: ./busmark run --suite standard");
    }

    @Test
    void oneMessageOutOfOrderRefutesAndTenInOrderShowNothing() throws IOException {
        ClaimOf.conditions(AS_SENT, new MadeUpRun().walked("kafka", Variant.MENDED, 0, 1, 3, 2, 4, 5, 6, 7, 8, 9))
                .is(ClaimVerdict.REFUTED);
        ClaimOf.conditions(AS_SENT, new MadeUpRun().walked("kafka", Variant.MENDED, 3, 0, 1, 2, 4, 5, 6, 7, 8, 9))
                .is(ClaimVerdict.REFUTED)
                .because("refutes: Kafka, mended: 10 messages came in another order than they were sent,"
                        + " and not even each partition's in order");
        assertEquals(
                "not shown: Kafka, mended: 10 messages came as sent, too few to show that they always do",
                ClaimOf.conditions(AS_SENT, new MadeUpRun().walked("kafka", Variant.MENDED, ALL))
                        .is(ClaimVerdict.NOT_SHOWN)
                        .evidence(0)
                        .text());
        ClaimOf.conditions(AS_SENT, new MadeUpRun().walked("kafka", Variant.MENDED, 0, 1, 2))
                .is(ClaimVerdict.UNDECIDED);
    }
}
