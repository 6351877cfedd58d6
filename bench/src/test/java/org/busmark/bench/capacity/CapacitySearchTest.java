package org.busmark.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.busmark.bench.plan.Plan;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.RunRecord;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

/** The search on buses that answer at once. */
final class CapacitySearchTest {
    private static final Cell CELL = new Cell("kafka", MadeUpRun.workload(Shape.QUEUE));

    private static CapacityRecord find(MadeUpBus bus) throws IOException {
        return CapacitySearch.find(CELL, bus, line -> {});
    }

    private static double found(CapacityRecord record) {
        return Objects.requireNonNull(record.perSecond(), () -> String.valueOf(record.reason()));
    }

    private static String reason(CapacityRecord record) {
        return Objects.requireNonNull(record.reason());
    }

    @Test
    void findsTheStepWhateverGivesItAway() throws IOException {
        for (MadeUpBus.Overload overload : List.of(
                MadeUpBus.SENDS_BLOCK, MadeUpBus.BACKLOG_GROWS, MadeUpBus.SENDER_IS_LATE, MadeUpBus.TAIL_RISES)) {
            for (double capacity : new double[] {130, 800, 2_000, 5_000, 61_234, 800_000, 7e6}) {
                MadeUpBus bus = new MadeUpBus(capacity, overload);
                CapacityRecord record = find(bus);

                assertEquals(capacity, found(record), 0.02 * capacity);
                assertTrue(record.probes().size() <= 24, () -> capacity + ": " + record.probes());
            }
        }
    }

    @Test
    void usuallyAsksTwelveToSixteenTimes() throws IOException {
        Random random = new Random(11);
        int searches = 500;
        int probes = 0;
        for (int i = 0; i < searches; i++) {
            double capacity = 1_000 * Math.pow(1_000, random.nextDouble());
            probes += find(new MadeUpBus(capacity, MadeUpBus.SENDS_BLOCK))
                    .probes()
                    .size();
        }
        assertEquals(Plan.PROBES, (double) probes / searches, 2);
    }

    @Test
    void saysWhatWasSearched() throws IOException {
        CapacityRecord record = find(new MadeUpBus(61_234, MadeUpBus.BACKLOG_GROWS));

        assertEquals("kafka", record.bus());
        assertEquals("steady", record.workload());
        assertEquals(Guarantee.PERSISTED, record.guarantee());
        assertEquals(1024, record.messageBytes());
        assertEquals(50_000, record.objectiveUs());
        assertNull(record.reason());
        assertEquals(List.of(), record.sweep());
    }

    @Test
    void everyRunIsAProbeWithItsReason() throws IOException {
        MadeUpBus bus = new MadeUpBus(61_234, MadeUpBus.BACKLOG_GROWS);
        CapacityRecord record = find(bus);

        assertEquals(
                bus.rates(), record.probes().stream().map(Probe::ratePerSecond).toList());
        for (Probe probe : record.probes()) {
            assertEquals(probe.sustained(), probe.ratePerSecond() <= 61_850, probe::toString);
            assertEquals(probe.sustained(), probe.why() == null, probe::toString);
            assertTrue(probe.responseP99Us() != null, probe::toString);
        }
        Probe last = record.probes().get(record.probes().size() - 1);
        assertEquals(found(record), last.ratePerSecond());
    }

    @Test
    void noRecordOfAProbeCanBeTakenForAnother() throws IOException {
        MadeUpBus bus = new MadeUpBus(61_234, MadeUpBus.TAIL_RISES);
        find(bus);

        assertEquals(
                IntStream.range(0, bus.rounds().size())
                        .mapToObj(n -> CapacitySearch.FIRST_ROUND + n)
                        .toList(),
                bus.rounds());
    }

    @Test
    void probesAreShortVerificationsLongerAndSlowRatesLongEnoughForTheirTail() throws IOException {
        MadeUpBus bus = new MadeUpBus(400, MadeUpBus.SENDS_BLOCK);
        find(bus);

        Workload first = bus.asked().get(0);
        assertEquals(Duration.ofSeconds(1), first.warmup());
        assertEquals(Duration.ofSeconds(3), first.duration());
        for (Workload asked : bus.asked()) {
            assertTrue(asked.rate().perSecond() * asked.duration().toSeconds() >= 1_100, asked::toString);
            assertEquals(
                    CELL.workload(),
                    asked.withRate(new Rate(10)).withTimes(Duration.ofSeconds(20), Duration.ofSeconds(40)));
        }
        MadeUpBus fast = new MadeUpBus(40_000, MadeUpBus.SENDS_BLOCK);
        find(fast);
        assertEquals(
                Duration.ofSeconds(6), fast.asked().get(fast.asked().size() - 1).duration());
    }

    @Test
    void tellsBeforeEachProbeWhatItIs() throws IOException {
        List<String> lines = new ArrayList<>();
        CapacityRecord record = CapacitySearch.find(CELL, new MadeUpBus(9_000, MadeUpBus.SENDS_BLOCK), lines::add);

        assertEquals(record.probes().size(), lines.size());
        assertEquals("capacity of kafka, steady, PERSISTED: probe 2 at 32,000/s", lines.get(1));
    }

    @Test
    void aBusThatFailsAtOnceHasNoCapacity() throws IOException {
        CapacityRecord record = find(new MadeUpBus(1, MadeUpBus.BACKLOG_GROWS));

        assertNull(record.perSecond());
        assertTrue(reason(record).startsWith("not even 125/s was sustained: backlog grows by "), () -> reason(record));
        assertEquals(4, record.probes().size());
    }

    @Test
    void runsThatFailEndTheSearch() throws IOException {
        CapacityRecord record = find(new MadeUpBus(60_000, MadeUpBus.SENDS_BLOCK)
                .disturbedBy(run -> RunRecord.failed(run.round(), "the fork left no record")));

        assertNull(record.perSecond());
        assertEquals("runs failed at 8,000/s: the fork left no record", reason(record));
        assertEquals(2, record.probes().size());
    }

    @Test
    void oneRunThatFailsDoesNot() throws IOException {
        CapacityRecord record = find(new MadeUpBus(60_000, MadeUpBus.SENDS_BLOCK)
                .disturbedBy(run -> run.round() == CapacitySearch.FIRST_ROUND + 3
                        ? RunRecord.failed(run.round(), "the fork left no record")
                        : run));

        assertEquals(60_000, found(record), 0.02 * 60_000);
    }

    @Test
    void aBusThatNeverFailsHasALowerBound() throws IOException {
        CapacityRecord record = find(new MadeUpBus(1e9, MadeUpBus.SENDS_BLOCK));

        assertEquals(10_000_000, found(record));
        assertEquals("a lower bound: 10,000,000/s is the highest rate that is tried", reason(record));
    }

    @Test
    void whereTheSenderIsTheLimitTheCapacityIsALowerBound() throws IOException {
        String reason = reason(find(new MadeUpBus(61_234, MadeUpBus.SENDER_IS_LATE)));

        assertTrue(reason.startsWith("a lower bound: above it the instrument could not send on time"), reason);
        assertTrue(reason.contains("offered rate missed"), reason);
        assertNull(find(new MadeUpBus(61_234, MadeUpBus.SENDS_BLOCK)).reason());
    }

    @Test
    void whereTheMachineMayHaveMissedItTheCapacityIsALowerBound() throws IOException {
        String jitter = "machine jitter p99 is 40 ms, 66 % of response p99 60 ms; allowed 50 %";
        CapacityRecord record = find(new MadeUpBus(
                61_234,
                (run, rate, capacity) ->
                        MadeUpBus.TAIL_RISES.spoil(run, rate, capacity).judged(Verdict.DEGRADED, jitter)));

        assertEquals(61_234, found(record), 0.02 * 61_234);
        assertEquals(
                "a lower bound: what was missed above it the machine may have caused (" + jitter + ")", reason(record));
    }

    @Test
    void aClearMissIsNotTheMachines() throws IOException {
        assertNull(find(new MadeUpBus(
                        20_000,
                        (run, rate, capacity) ->
                                run.arrived(0.5).judged(Verdict.DEGRADED, "machine jitter p99 is 40 ms")))
                .reason());
    }

    @Test
    void whatDoesNotHoldLongerGoesDownUntilItHolds() throws IOException {
        // In a longer run everything above 55,000/s is too much.
        MadeUpBus bus = new MadeUpBus(60_100, MadeUpBus.BACKLOG_GROWS);
        CapacityRecord record = CapacitySearch.find(
                CELL,
                (cell, round) -> {
                    boolean tooMuch = cell.workload().duration().toSeconds() == 6
                            && cell.workload().rate().perSecond() > 55_000;
                    MadeUpBus asked = tooMuch ? new MadeUpBus(40_000, MadeUpBus.BACKLOG_GROWS) : bus;
                    return asked.run(cell, round);
                },
                line -> {});

        // 60,600 less 2, 4 and 8 %, and half of the last step up again.
        assertEquals(54_700, found(record));
        assertNull(record.reason());
        assertEquals(
                List.of(60_600.0, 59_400.0, 57_000.0, 52_400.0, 54_700.0),
                record.probes().stream()
                        .map(Probe::ratePerSecond)
                        .skip(record.probes().size() - 5)
                        .toList());
    }

    @Test
    void whatHoldsAfterOneStepIsTheCapacity() throws IOException {
        MadeUpBus bus = new MadeUpBus(60_100, MadeUpBus.BACKLOG_GROWS);
        CapacityRecord record = CapacitySearch.find(
                CELL,
                (cell, round) -> {
                    boolean tooMuch = cell.workload().duration().toSeconds() == 6
                            && cell.workload().rate().perSecond() > 60_000;
                    MadeUpBus asked = tooMuch ? new MadeUpBus(40_000, MadeUpBus.BACKLOG_GROWS) : bus;
                    return asked.run(cell, round);
                },
                line -> {});

        assertEquals(59_400, found(record));
        assertNull(record.reason());
    }

    @Test
    void halfOfWhatAShortRunSustainsIsFoundStill() throws IOException {
        CapacityRecord record = CapacitySearch.find(
                CELL,
                (cell, round) -> new MadeUpBus(
                                cell.workload().duration().toSeconds() == 6 ? 31_000 : 60_100, MadeUpBus.BACKLOG_GROWS)
                        .run(cell, round),
                line -> {});

        assertTrue(found(record) > 0.95 * 31_000 && found(record) <= 1.0102 * 31_000, record::toString);
    }

    @Test
    void whatNeverHoldsLongerIsNotPrinted() throws IOException {
        CapacityRecord record = CapacitySearch.find(
                CELL,
                (cell, round) -> new MadeUpBus(
                                cell.workload().duration().toSeconds() == 6 ? 100 : 60_100, MadeUpBus.BACKLOG_GROWS)
                        .run(cell, round),
                line -> {});

        assertNull(record.perSecond());
        assertTrue(
                reason(record).startsWith("60,600/s was sustained once, but no rate from it down to 29,900/s when"),
                () -> reason(record));
    }

    @Test
    void aBrokenPromiseAboveARateIsItsLimit() throws IOException {
        CapacityRecord record = find(new MadeUpBus(
                20_000, (run, rate, capacity) -> run.judged(Verdict.INVALID, "5 messages lost, allowed 0")));

        assertEquals(20_000, found(record), 0.02 * 20_000);
        assertTrue(
                record.probes().stream().anyMatch(probe -> "INVALID: 5 messages lost, allowed 0".equals(probe.why())));
    }

    @Test
    void aMachineThatSpoilsOneTailInTenSpoilsFewSearches() throws IOException {
        double spoiltByOneInTen = spoiltSearches(0.1);
        double spoiltByOneInFive = spoiltSearches(0.2);

        // Without asking again it is one search in two, and three in four.
        assertTrue(spoiltByOneInTen <= 0.08, () -> "spoilt: " + spoiltByOneInTen);
        assertTrue(spoiltByOneInFive <= 0.25, () -> "spoilt: " + spoiltByOneInFive);
    }

    @Test
    void aSearchThatTheMachineLeadsAstrayEndsAllTheSame() throws IOException {
        Random random = new Random(8);
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CapacityRecord record = find(noisy(random, 300_000, 0.5));
            // A rate takes up to three runs, and nine rates may be verified.
            int most = CapacitySearch.MOST_PROBES + 2 + 9 * 3;
            assertTrue(record.probes().size() <= most, () -> record.probes().toString());
            reasons.add(String.valueOf(record.reason()));
        }
        assertTrue(
                reasons.stream().anyMatch(reason -> reason.startsWith("a lower bound: after 22 probes it was still")),
                reasons::toString);
    }

    @Test
    void noNoiseFindsMoreThanThereIs() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            double capacity = 1_000 * Math.pow(1_000, random.nextDouble());
            Double found = find(noisy(random, capacity, 0.3)).perSecond();
            // What is up to 1 % too much passes, as Sustained says.
            assertTrue(found == null || found <= 1.0102 * capacity, () -> found + " of " + capacity);
        }
    }

    @Test
    void onlyWhatCanBeOfferedARateHasACapacity() {
        MadeUpBus bus = new MadeUpBus(1, MadeUpBus.SENDS_BLOCK);
        Cell roundTrip = new Cell("kafka", MadeUpRun.workload(Shape.ROUND_TRIP));
        assertEquals(
                "steady is a round-trip and cannot be offered a rate",
                assertThrows(IllegalArgumentException.class, () -> CapacitySearch.find(roundTrip, bus, line -> {}))
                        .getMessage());
        assertTrue(bus.asked().isEmpty());
    }

    /** Share of searches that find more than 2 % too little, or nothing. */
    private static double spoiltSearches(double share) throws IOException {
        Random random = new Random(5);
        int searches = 400;
        int spoilt = 0;
        for (int i = 0; i < searches; i++) {
            double capacity = 1_000 * Math.pow(1_000, random.nextDouble());
            Double found = find(noisy(random, capacity, share)).perSecond();
            spoilt += found == null || found < 0.98 * capacity ? 1 : 0;
        }
        return (double) spoilt / searches;
    }

    /** Whatever the rate, the machine now and then holds a hundredth of the messages for 200 ms. */
    private static MadeUpBus noisy(Random random, double capacity, double share) {
        return new MadeUpBus(capacity, MadeUpBus.SENDS_BLOCK)
                .disturbedBy(run -> random.nextDouble() < share ? MadeUpRun.stalled(run, 200_000) : run);
    }
}
