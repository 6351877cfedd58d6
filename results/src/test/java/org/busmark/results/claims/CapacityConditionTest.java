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
                        .capacity("kafka", 60_000.0, 61_200, 80_000)
                        .capacity("zeromq", 20_000.0, 20_400))
                .is(ClaimVerdict.SUPPORTED);
        assertEquals(1, claim.pieces());
        assertEquals(3, Objects.requireNonNull(claim.evidence(0).value()), 1e-9);
        assertEquals(List.of("half-kafka", "half-zeromq"), claim.evidence(0).cells());
        assertEquals(
                "supports: Kafka sustains 60.0k msg/s, ZeroMQ sustains 20.0k msg/s (FIRE_AND_FORGET, 1 KiB,"
                        + " kilobyte-open-loop, response p99 at most 50.0 ms; one search each of 3 and 2 probes,"
                        + " without an interval)",
                claim.evidence(0).text());
        judged(new MadeUpRun().capacity("kafka", 20_000.0, 20_400).capacity("zeromq", 60_000.0, 61_200))
                .is(ClaimVerdict.REFUTED);
    }

    @Test
    void withinTheResolutionOrTheScatterNothingIsShown() throws IOException {
        judged(new MadeUpRun().capacity("kafka", 20_300.0, 20_700).capacity("zeromq", 20_000.0, 20_400))
                .is(ClaimVerdict.NOT_SHOWN);
        judged(new MadeUpRun().capacity("kafka", 29_000.0, 29_600).capacity("zeromq", 20_000.0, 20_400))
                .is(ClaimVerdict.NOT_SHOWN);
        judged(new MadeUpRun().capacity("kafka", 30_000.0, 30_600).capacity("zeromq", 20_000.0, 20_400))
                .is(ClaimVerdict.SUPPORTED);
    }

    @Test
    void aLowerBoundCanExceedButNotBeExceeded() throws IOException {
        ClaimOf claim = judged(new MadeUpRun().capacity("kafka", 100_000.0).capacity("zeromq", 20_000.0, 20_400))
                .is(ClaimVerdict.SUPPORTED);
        assertTrue(claim.evidence(0).text().contains("Kafka sustains 100k msg/s [the machine offers no more], ZeroMQ"));
        judged(new MadeUpRun().capacity("kafka", 100_000.0, 102_000).capacity("zeromq", 20_000.0))
                .is(ClaimVerdict.NOT_SHOWN);
    }

    @Test
    void noRateAtAllIsLowerThanOneThatWasTriedThere() throws IOException {
        ClaimOf claim = judged(new MadeUpRun().capacity("kafka", 5_000.0, 5_100).capacity("zeromq", null, 2_000, 1_000))
                .is(ClaimVerdict.SUPPORTED);
        assertNull(claim.evidence(0).value());
        assertTrue(claim.evidence(0).text().contains("ZeroMQ sustains no rate that was tried"));
        judged(new MadeUpRun().capacity("kafka", 900.0, 950).capacity("zeromq", null, 2_000, 1_000))
                .is(ClaimVerdict.NOT_SHOWN);
    }

    @Test
    void undecidedWithoutBothOfThem() throws IOException {
        judged(new MadeUpRun().capacity("kafka", 60_000.0, 61_200))
                .is(ClaimVerdict.UNDECIDED)
                .because(
                        "missing: capacity at 1 KiB: this run searched for none of Kafka and ZeroMQ together",
                        "to measure what is missing: ./busmark run --suite standard");
    }

    private static ClaimOf judged(MadeUpRun run) throws IOException {
        return ClaimOf.conditions(HIGHER, run);
    }
}
