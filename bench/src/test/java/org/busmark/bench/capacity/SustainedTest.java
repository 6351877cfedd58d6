package org.busmark.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.busmark.bench.capacity.Finding.Answer;
import org.busmark.bench.capacity.Finding.Late;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunRecord;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

/** Made-up runs at 1,000 messages a second for 3 s. */
final class SustainedTest {
    private static final Workload OFFERED = MadeUpRun.workload(Shape.QUEUE)
            .withRate(new Rate(1_000))
            .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(3));

    private static MadeUpRun run() {
        return MadeUpRun.of(OFFERED);
    }

    private static Finding judged(MadeUpRun run) {
        return Sustained.judge(OFFERED, run.record(1));
    }

    private static void assertMissed(Answer answer, String why, MadeUpRun run) {
        Finding finding = judged(run);
        assertEquals(answer, finding.answer(), finding::why);
        assertEquals(why, finding.why());
    }

    @Test
    void aCleanRunSustainsItsRate() {
        Finding finding = judged(run());

        assertEquals(new Finding(Answer.SUSTAINED, "", 5_000.0, Late.NOT, ""), finding);
    }

    @Test
    void whatDegradesARunDoesNotFailItsRate() {
        assertTrue(judged(run().judged(Verdict.DEGRADED, "machine jitter p99 is 9 ms", "no steady state: drifts"))
                .isSustained());
    }

    @Test
    void aBrokenPromiseIsNoRateSustained() {
        assertMissed(
                Answer.MISSED,
                "INVALID: 3 messages lost, allowed 0; stolen CPU",
                run().judged(Verdict.INVALID, "3 messages lost, allowed 0", "stolen CPU"));
    }

    @Test
    void aRunThatFailedSaysNothing() {
        Finding finding = Sustained.judge(OFFERED, RunRecord.failed(1, "the fork died"));

        assertEquals(new Finding(Answer.NOTHING_MEASURED, "the fork died", null, Late.NOT, ""), finding);
        assertTrue(finding.isWorthAnotherRun());
    }

    @Test
    void theOfferedRateMustBeMet() {
        assertTrue(judged(run().sent(0.99, 30_000, 100)).isSustained());
        assertMissed(
                Answer.DOUBTFUL,
                "offered rate missed: 2955 of 3000 due messages were sent (98.5 %), needed 99 %; the bus's sends took the"
                        + " time",
                run().sent(0.985, 30_000, 100));
        assertMissed(
                Answer.MISSED,
                "offered rate missed: 2700 of 3000 due messages were sent (90.0 %), needed 99 %; most of their delay was"
                        + " the sender's own, not the bus's",
                run().sent(0.9, 30_000, 16_000));
        assertEquals(Late.BETWEEN_SENDS, judged(run().sent(0.9, 30_000, 16_000)).late());
        assertEquals(Late.IN_SENDS, judged(run().sent(0.9, 30_000, 14_000)).late());
    }

    @Test
    void whatWasLostWasNotSustainedThoughItMayBeLost() {
        assertTrue(judged(run().arrived(0.99)).isSustained());
        assertMissed(
                Answer.MISSED,
                "messages missing: 2940 of 3000 that were sent arrived (98.0 %), needed 99 %",
                run().arrived(0.98));
    }

    @Test
    void theBacklogMayNotGrow() {
        assertTrue(judged(run().backlogGrows(9)).isSustained());
        assertMissed(
                Answer.DOUBTFUL,
                "backlog grows by 40/s, 4 % of the offered 1,000/s; allowed 1 %",
                run().backlogGrows(40));
        assertMissed(
                Answer.MISSED,
                "backlog grows by 80/s, 8 % of the offered 1,000/s; allowed 1 %",
                run().backlogGrows(80));
    }

    @Test
    void aBacklogThatWasNotSeenIsNotFlat() {
        assertTrue(judged(run().backlogSamples(8)).isSustained());
        assertMissed(Answer.DOUBTFUL, "backlog seen 7 times, too few for a trend; needed 8", run().backlogSamples(7));
    }

    @Test
    void theObjectiveMustBeMet() {
        assertTrue(judged(run().p99Us(MadeUpRun.OBJECTIVE_US)).isSustained());
        assertMissed(Answer.DOUBTFUL, "response p99 is 51 ms; allowed 50 ms", run().p99Us(51_000.0));
        assertMissed(Answer.MISSED, "900 responses, too few for a p99; needed 1000", run().p99Us(null));
    }

    @Test
    void everyObjectionIsSaidAndTheClearOneDecides() {
        assertMissed(
                Answer.MISSED,
                "backlog grows by 80/s, 8 % of the offered 1,000/s; allowed 1 %; response p99 is 60 ms; allowed 50 ms",
                run().backlogGrows(80).p99Us(60_000.0));
    }

    @Test
    void whenOthersTookTheProcessorEvenAClearMissIsDoubtful() {
        for (String other : new String[] {"stolen CPU by the hypervisor is 9 %", "CPU used by others is 40 %"}) {
            assertEquals(
                    Answer.DOUBTFUL,
                    judged(run().sent(0.8, 9_000, 0).judged(Verdict.DEGRADED, other))
                            .answer());
        }
        assertEquals(
                Answer.MISSED,
                judged(run().sent(0.8, 9_000, 0).judged(Verdict.DEGRADED, "machine jitter p99 is 9 ms"))
                        .answer());
    }

    @Test
    void whatTheRunSaysOfTheMachineIsKept() {
        assertEquals(
                "machine jitter p99 is 9 ms; stolen CPU by the hypervisor is 2 %",
                judged(run().judged(
                                        Verdict.DEGRADED,
                                        "machine jitter p99 is 9 ms",
                                        "no steady state: drifts",
                                        "stolen CPU by the hypervisor is 2 %"))
                        .machine());
    }

    @Test
    void onlyTheMeasuredTimeIsAskedWhatLeft() {
        // The ledger holds a warm-up in which a cold JVM sent a third of what was due; the series do not.
        RunRecord run = run().record(1);
        assertEquals(3_000, run.pacingLag() == null ? 0 : run.pacingLag().count());
        Workload twice = OFFERED.withTimes(Duration.ofSeconds(1), Duration.ofSeconds(6));
        assertEquals(Answer.MISSED, Sustained.judge(twice, run).answer());
    }
}
