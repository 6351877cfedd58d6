package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.junit.jupiter.api.Test;

final class CapacityConditionTest {
    private static final String HIGHER = "- capacity: {higher: kafka, than: zeromq, message: 1 KiB}";

    @Test
    void higherByMoreThanTheSearchesCanBeWrong() throws IOException {
        ClaimOf claim = judged(new MadeUpRun()
                        .capacity("kafka", 60_000, 61_200, 80_000)
                        .capacity("zeromq", 20_000, 20_400))
                .is(ClaimVerdict.SUPPORTED);
        assertEquals(1, claim.pieces());
        assertEquals(3, Objects.requireNonNull(claim.evidence(0).value()), 1e-9);
        assertEquals(List.of("half-kafka", "half-zeromq"), claim.evidence(0).cells());
        assertEquals(
                "supports: Kafka sustains 60.0k msg/s, ZeroMQ sustains 20.0k msg/s (FIRE_AND_FORGET, 1 KiB,"
                        + " kilobyte-open-loop, response p99 at most 50.0 ms; one search each of 3 and 2 probes,"
                        + " without an interval)",
                claim.evidence(0).text());
        judged(new MadeUpRun().capacity("kafka", 20_000, 20_400).capacity("zeromq", 60_000, 61_200))
                .is(ClaimVerdict.REFUTED);
    }

    @Test
    void withinTheResolutionOrTheScatterNothingIsShown() throws IOException {
        judged(new MadeUpRun().capacity("kafka", 20_300, 20_700).capacity("zeromq", 20_000, 20_400))
                .is(ClaimVerdict.NOT_SHOWN);
        judged(new MadeUpRun().capacity("kafka", 29_000, 29_600).capacity("zeromq", 20_000, 20_400))
                .is(ClaimVerdict.NOT_SHOWN);
        judged(new MadeUpRun().capacity("kafka", 30_000, 30_600).capacity("zeromq", 20_000, 20_400))
                .is(ClaimVerdict.SUPPORTED);
    }

    /** What stopped a search that ends in a lower bound need not be the bus. */
    @Test
    void aLowerBoundCanExceedButNotBeExceeded() throws IOException {
        String machine = "a lower bound: the machine may have caused what was missed";
        ClaimOf claim = judged(new MadeUpRun()
                        .capacity("kafka", 100_000.0, machine, 110_000)
                        .capacity("zeromq", 20_000, 20_400))
                .is(ClaimVerdict.SUPPORTED);
        assertTrue(claim.evidence(0).text().contains("Kafka sustains 100k msg/s [" + machine + "], ZeroMQ"));
        judged(new MadeUpRun().capacity("kafka", 100_000, 102_000).capacity("zeromq", 20_000.0, machine, 20_400))
                .is(ClaimVerdict.NOT_SHOWN);
        judged(new MadeUpRun().capacity("kafka", 100_000, 102_000).capacity("zeromq", 20_000.0, machine))
                .is(ClaimVerdict.NOT_SHOWN);
    }

    @Test
    void undecidedWhereASearchFoundNothing() throws IOException {
        ClaimOf claim = judged(new MadeUpRun()
                        .capacity("kafka", 5_000, 5_100)
                        .capacity("zeromq", null, "runs failed at 2,000/s", 2_000))
                .is(ClaimVerdict.UNDECIDED);
        assertNull(claim.evidence(0).value());
        assertTrue(
                claim.evidence(0)
                        .text()
                        .startsWith("missing: Kafka sustains 5.00k msg/s, ZeroMQ has no capacity that"
                                + " was found [runs failed at 2,000/s] ("),
                claim.evidence(0).text());
    }

    @Test
    void undecidedWithoutBothOfThem() throws IOException {
        judged(new MadeUpRun().capacity("kafka", 60_000, 61_200))
                .is(ClaimVerdict.UNDECIDED)
                .because(
                        "missing: capacity at 1 KiB: this run searched for none of Kafka and ZeroMQ together",
                        "to measure what is missing: ./busmark run --suite standard");
    }

    private static ClaimOf judged(MadeUpRun run) throws IOException {
        return ClaimOf.conditions(HIGHER, run);
    }
}
