package org.busmark.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.Verdict;
import org.busmark.workload.LoopKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Made-up histories: nothing speaks against a clean one, and against each spoiled one exactly its reason. */
final class RunRulesTest {
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private static MadeUpRun run(LoopKind loop) {
        return MadeUpRun.of(loop, 42);
    }

    private static void assertValid(MadeUpRun run) {
        assertEquals(Judgement.VALID, RunRules.judge(run.history()));
    }

    private static String onlyReason(MadeUpRun run, Reason kind) {
        Judgement judgement = RunRules.judge(run.history());
        assertEquals(1, judgement.reasons().size(), judgement::toString);
        String reason = judgement.reasons().get(0);
        assertEquals(kind, Reason.of(reason).orElseThrow(), reason);
        assertEquals(kind == Reason.NOTHING_MEASURED ? Verdict.INVALID : Verdict.DEGRADED, judgement.verdict());
        return reason;
    }

    @ParameterizedTest
    @EnumSource(LoopKind.class)
    void cleanHistoriesAreValid(LoopKind loop) {
        for (long seed = 0; seed < 20; seed++) {
            assertValid(MadeUpRun.of(loop, seed));
        }
    }

    @ParameterizedTest
    @EnumSource(LoopKind.class)
    void nothingDeliveredIsInvalid(LoopKind loop) {
        onlyReason(run(loop).delivered(0), Reason.NOTHING_MEASURED);
    }

    @Test
    void anOfferedRateIsMissedBelowNinetyNinePercent() {
        assertValid(run(LoopKind.OPEN).attempted(9_900));
        assertEquals(
                "offered rate missed: 9899 of 10000 due messages were sent (99.0 %), needed 99 %",
                onlyReason(run(LoopKind.OPEN).attempted(9_899), Reason.OFFERED_RATE));
        assertValid(run(LoopKind.CLOSED).attempted(5_000));
    }

    @Test
    void aLatePacerSpoilsThePercentileThatItReaches() {
        String reason = onlyReason(
                run(LoopKind.OPEN).series(SeriesName.PACER_ERROR, n -> n % 50 == 0 ? 4_000 : 0), Reason.PACING);
        assertTrue(
                reason.matches("pacing lag p99 is 4 ms of the pacer's own, [67]\\d(\\.\\d)? % of response p99 [56]"
                        + "(\\.\\d+)? ms; allowed 25 %"),
                reason);
    }

    @Test
    void theSharesThatAreNamedAreTheWorst() {
        String reason = onlyReason(
                run(LoopKind.OPEN).series(SeriesName.PACER_ERROR, n -> n % 50 == 0 ? 4_000 : 3_900), Reason.PACING);
        assertTrue(reason.startsWith("pacing lag p50 is 3.9 ms"), reason);
        assertTrue(reason.endsWith("; allowed 10 %"), reason);
    }

    @Test
    void theTailMayBeAQuarterAndTheMiddleATenth() {
        MadeUpRun steady = run(LoopKind.OPEN).series(SeriesName.RESPONSE, n -> 5_000);
        assertValid(steady.series(SeriesName.PACER_ERROR, n -> n % 50 == 0 ? 1_240 : 0));
        onlyReason(steady.series(SeriesName.PACER_ERROR, n -> n % 50 == 0 ? 1_260 : 0), Reason.PACING);
        assertValid(steady.series(SeriesName.PACER_ERROR, n -> 498));
        onlyReason(steady.series(SeriesName.PACER_ERROR, n -> n % 8 == 0 ? 505 : 0), Reason.PACING);
    }

    @Test
    void whatTheBusBlockedIsNotThePacersFault() {
        assertValid(run(LoopKind.OPEN).series(SeriesName.PACING_LAG, n -> 4_000));
    }

    @Test
    void aFewMicrosecondsAreNoFault() {
        MadeUpRun fast = run(LoopKind.OPEN).series(SeriesName.RESPONSE, n -> 60);
        assertValid(fast.series(SeriesName.PACER_ERROR, n -> 49));
        onlyReason(fast.series(SeriesName.PACER_ERROR, n -> 55), Reason.PACING);
    }

    @Test
    void whatFewSamplesShowIsNotJudged() {
        assertValid(run(LoopKind.OPEN).series(SeriesName.PACER_ERROR, n -> n % 200 == 0 ? 4_000 : 0));
    }

    @Test
    void jitterAsLargeAsTheFigureSpoilsIt() {
        String reason =
                onlyReason(run(LoopKind.OPEN).series(SeriesName.JITTER, n -> n % 50 == 0 ? 5_000 : 60), Reason.JITTER);
        assertTrue(reason.startsWith("machine jitter p99 is 5 ms, "), reason);
        assertTrue(reason.contains(" of response p99 "), reason);
    }

    @Test
    void jitterIsNoShareOfAThroughputNorOfARoundTrip() {
        assertValid(run(LoopKind.CLOSED).series(SeriesName.JITTER, n -> 50_000));
        assertValid(run(LoopKind.ROUND_TRIP).series(SeriesName.JITTER, n -> 50_000));
    }

    @ParameterizedTest
    @EnumSource(LoopKind.class)
    void stolenAndForeignTimeSpoilAnyFigure(LoopKind loop) {
        assertEquals(
                "stolen CPU by the hypervisor is 2 % of the processors' time; allowed 1 %",
                onlyReason(run(loop).cpu(OptionalDouble.of(0.02), UNKNOWN), Reason.STOLEN_CPU));
        String foreign = onlyReason(run(loop).cpu(UNKNOWN, OptionalDouble.of(0.5)), Reason.FOREIGN_CPU);
        assertTrue(foreign.startsWith("CPU used by others than the client and its broker is 50 % of"), foreign);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, 0.33", "ROUND_TRIP, 0.33", "OPEN, 0.5"})
    void aJvmThatStillCompilesSpoilsAnyFigure(LoopKind loop, double allowed) {
        assertEquals(
                "not warmed up: the JVM's compilers took 60 % of a processor; allowed " + Math.round(100 * allowed)
                        + " %",
                onlyReason(run(loop).compiling(0.6), Reason.COMPILING));
        assertTrue(onlyReason(run(loop).compiling(1.4), Reason.COMPILING).contains("140 %"));
        onlyReason(run(loop).compiling(allowed + 0.01), Reason.COMPILING);
        assertValid(run(loop).compiling(allowed));
    }

    @ParameterizedTest
    @EnumSource(LoopKind.class)
    void whatIsNotKnownIsNotHeldAgainstARun(LoopKind loop) {
        assertValid(run(loop).cpu(UNKNOWN, UNKNOWN).without(SeriesName.JITTER).without(SeriesName.PACER_ERROR));
    }

    @Test
    void aGrowingBacklogIsNoSteadyState() {
        String reason = onlyReason(run(LoopKind.OPEN).backlog(n -> 5 + 20 * n), Reason.NO_STEADY_STATE);
        assertEquals("no steady state: backlog grows by 80/s, 8 % of the offered 1,000/s; allowed 1 %", reason);
        assertValid(run(LoopKind.OPEN).backlog(n -> 800 - 20 * n));
        assertValid(run(LoopKind.OPEN).backlog(n -> 5 + n / 8));
        assertValid(run(LoopKind.CLOSED).backlog(n -> 5 + 20 * n));
    }

    @Test
    void whatWasLostIsNoBacklog() {
        assertValid(run(LoopKind.OPEN).backlog(n -> 5 + 20 * n).lost(800));
        onlyReason(run(LoopKind.OPEN).backlog(n -> 5 + 20 * n).lost(400), Reason.NO_STEADY_STATE);
    }

    @Test
    void aBurstThatIsWorkedOffIsNoTrend() {
        assertValid(run(LoopKind.OPEN).backlog(n -> n > 30 && n < 38 ? 900 : 5));
    }

    @Test
    void aDriftingMedianIsNoSteadyState() {
        String rises = onlyReason(
                run(LoopKind.OPEN).series(SeriesName.RESPONSE, n -> 4_000 + 0.3 * n), Reason.NO_STEADY_STATE);
        assertTrue(
                rises.matches("no steady state: response median rises by 2\\.\\d+ ms over the run, 4\\d(\\.\\d)? % of"
                        + " 5\\.\\d+ ms; allowed 25 %"),
                rises);
        String falls = onlyReason(
                run(LoopKind.ROUND_TRIP).series(SeriesName.SERVICE, n -> 8_000 - 0.3 * n), Reason.NO_STEADY_STATE);
        assertTrue(falls.startsWith("no steady state: service median falls by 2.7"), falls);
        assertValid(run(LoopKind.OPEN).series(SeriesName.RESPONSE, n -> 4_000 + 0.05 * n));
        assertValid(run(LoopKind.OPEN).series(SeriesName.RESPONSE, n -> 30 + 0.009 * n));
    }

    /** Two seconds of ten stand still, as behind a broker that was stopped. */
    @Test
    void aSecondUnlikeTheOthersIsNoSteadyState() {
        String reason = onlyReason(
                run(LoopKind.OPEN)
                        .series(SeriesName.RESPONSE, n -> n >= 4_000 && n < 6_000 ? (6_000 - n) * 1_000.0 : 3_000)
                        .backlog(n -> n > 16 && n <= 24 ? 250 * (n - 16) : 5),
                Reason.NO_STEADY_STATE);
        assertTrue(reason.startsWith("no steady state: response median from second 4 on is 1.5 s, "), reason);
        assertTrue(reason.endsWith(" times the usual 3 ms; allowed 3 times"), reason);
    }

    @Test
    void aFastBusMayHaveTwoStates() {
        assertValid(run(LoopKind.ROUND_TRIP).series(SeriesName.SERVICE, n -> n / 1_000 % 2 == 0 ? 35 : 130));
    }

    @Test
    void aClosedLoopThatStandsStillForASecondIsNoSteadyState() {
        String reason = onlyReason(
                run(LoopKind.CLOSED).backlog(n -> 1_000, n -> 250.0 * (n <= 12 ? n : Math.max(12, n - 4))),
                Reason.NO_STEADY_STATE);
        assertEquals(
                "no steady state: rate in part 4 of 10 is 0/s, 100 % from the usual 1,000/s; allowed 40 %", reason);
    }

    /** Loopback at 5,000/s answers within a microsecond: its response is the pacer's error and the machine's jitter. */
    @Test
    void aBoundMayConsistOfTheInstrument() {
        MadeUpRun run =
                run(LoopKind.OPEN).series(SeriesName.PACER_ERROR, n -> 4_000).series(SeriesName.JITTER, n -> 9_000);
        assertEquals(2, RunRules.judge(run.history()).reasons().size());
        assertValid(run.bound());
        onlyReason(run.attempted(9_000), Reason.OFFERED_RATE);
    }

    @Test
    void fewSamplesShowNoTrend() {
        RunHistory history = run(LoopKind.OPEN).backlog(n -> 5 + 20 * n).history();
        Conditions few = new Conditions(history.conditions().backlog().subList(0, 7), UNKNOWN, UNKNOWN, UNKNOWN, 0);
        assertEquals(
                Judgement.VALID,
                RunRules.judge(new RunHistory(
                        history.loop(),
                        history.bound(),
                        history.offer(),
                        history.ledger(),
                        history.series(),
                        history.deliveredWhileMeasuring(),
                        few)));
    }

    @Test
    void impossibleTimesAreNamed() {
        String reason =
                onlyReason(run(LoopKind.OPEN).series(SeriesName.ACK, n -> n < 3 ? -1 : 500), Reason.IMPOSSIBLE_TIME);
        assertEquals("impossible times: ack has 3 samples below 0 and 0 over 1 h; allowed 0", reason);
    }

    @Test
    void allReasonsAreGiven() {
        Judgement judgement = RunRules.judge(run(LoopKind.OPEN)
                .attempted(9_000)
                .series(SeriesName.PACER_ERROR, n -> 4_000)
                .series(SeriesName.JITTER, n -> 9_000)
                .cpu(OptionalDouble.of(0.1), OptionalDouble.of(0.4))
                .compiling(0.6)
                .backlog(n -> 20 * n)
                .history());
        assertEquals(
                List.of(
                        Reason.OFFERED_RATE,
                        Reason.PACING,
                        Reason.JITTER,
                        Reason.STOLEN_CPU,
                        Reason.FOREIGN_CPU,
                        Reason.COMPILING,
                        Reason.NO_STEADY_STATE),
                judgement.reasons().stream()
                        .map(reason -> Reason.of(reason).orElseThrow())
                        .toList());
    }

    /** More of what spoils a run never makes its verdict better. */
    @Test
    void moreErrorIsNeverBetter() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            MadeUpRun run = MadeUpRun.of(LoopKind.OPEN, seed);
            SeriesName spoiled = random.nextBoolean() ? SeriesName.PACER_ERROR : SeriesName.JITTER;
            double[] errorsUs = random.doubles(MadeUpRun.MESSAGES, 0, 8_000).toArray();
            Verdict before = Verdict.VALID;
            for (double factor : new double[] {0, 0.01, 0.05, 0.1, 0.5, 1, 5}) {
                Verdict now = RunRules.judge(
                                run.series(spoiled, n -> factor * errorsUs[n]).history())
                        .verdict();
                assertTrue(now.compareTo(before) >= 0, "seed " + seed + " factor " + factor);
                before = now;
            }
            assertEquals(Verdict.DEGRADED, before, "seed " + seed);
        }
    }
}
