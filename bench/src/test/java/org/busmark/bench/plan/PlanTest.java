package org.busmark.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.bus.Pattern;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Question;
import org.busmark.workload.Rate;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final BusAdapter BROKERED = FakeAdapter.withBroker("log");
    private static final BusAdapter BROKERLESS = FakeAdapter.withoutBroker("socket");
    private static final BusAdapter BOUND = FakeAdapter.withoutBroker("bound");
    private static final Workload OPEN =
            BuiltIns.workloadNamed("small-open-loop").withTimes(Duration.ofSeconds(2), Duration.ofSeconds(4));

    @Test
    void addsUpBrokersStartsConditioningAndRuns() {
        Plan plan = Plan.of(List.of(OPEN, OPEN.withGuarantee(Guarantee.PERSISTED)), List.of(BROKERED, BROKERLESS), 3);
        assertEquals(4, plan.cells().size());
        assertEquals(3, plan.offered().size());
        assertEquals(9, plan.runs());
        // With a broker 12 s for the first of a round's open loops and 8 s for the second, which shares its JVM.
        assertEquals(Duration.ofMillis(38_000 + 3 * (12_000 + 8_000) + 3 * 8_500), plan.time());
    }

    @Test
    void aBusWithoutCellsCostsNoTime() {
        Plan plan = Plan.of(List.of(OPEN.withGuarantee(Guarantee.PERSISTED)), List.of(BROKERED, BROKERLESS), 1);
        assertEquals(Duration.ofSeconds(38 + 12), plan.time());
    }

    @Test
    void boundsRunOnceBesideWhatTheyCanDo() {
        Workload persisted = OPEN.withGuarantee(Guarantee.PERSISTED);
        Plan plan = Plan.of(List.of(OPEN, persisted), List.of(BROKERED), List.of(BOUND), 3);
        assertEquals(
                List.of("log 3", "bound 1", "log 3"),
                plan.cells().stream()
                        .map(cell -> cell.cell().bus() + " " + cell.rounds())
                        .toList());
        assertEquals(List.of(BROKERED, BOUND), plan.buses());
        assertEquals(7, plan.runs());
        assertEquals(Duration.ofMillis(38_000 + 3 * (12_000 + 8_000) + 8_500), plan.time());
    }

    @Test
    void boundsStandBesideSomebody() {
        Workload walkthrough = BuiltIns.workloadNamed("walkthrough");
        assertEquals(
                List.of("log"),
                Plan.of(List.of(walkthrough), List.of(BROKERED), List.of(BOUND), 1).offered().stream()
                        .map(Cell::bus)
                        .toList());
        BusAdapter brokerOnly =
                new FakeAdapter("strict", EnumSet.of(Guarantee.PERSISTED), EnumSet.allOf(Pattern.class), true);
        assertEquals(
                List.of(),
                Plan.of(List.of(OPEN), List.of(brokerOnly), List.of(BOUND), 1).offered());
    }

    @Test
    void saysWhatIsNotOfferedAndWhy() {
        assertEquals(
                "Fake socket offers [FIRE_AND_FORGET], not PERSISTED",
                Offer.reasonAgainst(BROKERLESS, OPEN.withGuarantee(Guarantee.PERSISTED))
                        .orElseThrow());
        BusAdapter queueOnly =
                new FakeAdapter("queue", EnumSet.of(Guarantee.FIRE_AND_FORGET), EnumSet.of(Pattern.QUEUE), false);
        assertEquals(
                "Fake queue does not offer fan-out",
                Offer.reasonAgainst(queueOnly, BuiltIns.workloadNamed("fan-out"))
                        .orElseThrow());
        assertTrue(Offer.reasonAgainst(BROKERED, OPEN).isEmpty());
    }

    @Test
    void theWalkthroughTakesWhateverGuaranteeThereIs() {
        Workload walkthrough = BuiltIns.workloadNamed("walkthrough").withGuarantee(Guarantee.REPLICATED);
        assertTrue(Offer.reasonAgainst(BROKERLESS, walkthrough).isEmpty());
    }

    @Test
    void diskGrowsWithTheOfferedRateAndIsNoneForWhatIsElsewhere() {
        Plan slow = Plan.of(List.of(OPEN), List.of(BROKERED), 1);
        Plan fast = Plan.of(List.of(OPEN.withRate(new Rate(500_000))), List.of(BROKERED), 1);
        long fixed = Plan.of(List.of(OPEN), List.of(BROKERLESS), 1).diskBytes();
        assertTrue(fast.diskBytes() > slow.diskBytes());
        assertTrue(slow.diskBytes() > fixed);
        // At least what one run sends when it takes long to settle: 2 s of warm-up, 10 s more, 4 s measured.
        assertTrue(fast.diskBytes() - slow.diskBytes() > 495_000L * 16 * 100);
        assertEquals(fixed, fast.diskBytes(Set.of("log")));
    }

    @Test
    void identityFollowsTheCellsAndTheRounds() {
        String identity = Plan.of(List.of(OPEN), List.of(BROKERED), 1).identity();
        assertTrue(identity.matches("[0-9a-f]{8}"), identity);
        assertEquals(identity, Plan.of(List.of(OPEN), List.of(BROKERED), 1).identity());
        assertNotEquals(identity, Plan.of(List.of(OPEN), List.of(BROKERED), 2).identity());
        assertNotEquals(identity, Plan.of(List.of(OPEN), List.of(BROKERLESS), 1).identity());
    }

    @Test
    void refusesNoRounds() {
        assertThrows(IllegalArgumentException.class, () -> Plan.of(List.of(OPEN), List.of(BROKERED), 0));
    }

    @Test
    void brokersOfEachRoundAreStartedInEachRoundInWhichTheyHaveWork() {
        Work work = new Work(
                List.of(
                        new WorkItem(OPEN, 3, Question.FIGURES),
                        new WorkItem(OPEN.withGuarantee(Guarantee.PERSISTED), 2, Question.FIGURES)),
                4,
                BrokerLife.EACH_ROUND);
        Plan plan = Plan.of(work, List.of(BROKERED, BROKERLESS), List.of());
        assertEquals(
                List.of(1, 2, 3),
                plan.steps().stream()
                        .filter(step -> step.kind() == Kind.BROKER)
                        .map(PlannedStep::round)
                        .toList());
        assertEquals(8, plan.runs());
        // A start of 8 s each, 30 s of conditioning at first and 12 s later.
        assertEquals(Duration.ofMillis(38_000 + 2 * 20_000 + 3 * 12_000 + 2 * 8_000 + 3 * 8_500), plan.time());
    }

    @Test
    void aBusHasAJvmInARoundWhichOnlyItsFirstRunWaitsFor() {
        Workload stream =
                BuiltIns.workloadNamed("small-stream").withTimes(Duration.ofSeconds(2), Duration.ofSeconds(4));
        Plan plan = Plan.of(List.of(OPEN, stream, stream.withRate(Rate.MAX)), List.of(BROKERLESS), 2);
        assertEquals(Duration.ofMillis(2 * (8_500 + 2 * 8_000)), plan.time());
    }

    @Test
    void aSearchIsMadeOnceAndASweepInItsRounds() {
        Work work = new Work(
                List.of(
                        new WorkItem(OPEN, 2, Question.CAPACITY_AND_SWEEP),
                        new WorkItem(OPEN.withRate(new Rate(7)), 5, Question.CAPACITY)),
                5,
                BrokerLife.ONCE);
        Plan plan = Plan.of(work, List.of(BROKERLESS), List.of(BOUND));
        assertEquals(2, plan.searched().size());
        assertEquals(16, plan.runs());
        // Two searches of 13 probes of 3 s, with 1 s of warm-up and 2 s beside; the first, whose JVM begins, with 2.5
        // s.
        Duration searches = Duration.ofMillis(1_500 + 2 * 13 * 6_000);
        // 8 points of 4 s, with 2 s of warm-up and 2 s beside: after the searches, and in a JVM that begins with 2.5 s.
        Duration sweeps = Duration.ofMillis(8 * 8_000 + 500 + 8 * 8_000);
        assertEquals(searches.plus(sweeps), plan.time());
        assertTrue(plan.buses().contains(BOUND));
        assertEquals(2, plan.offered().size());
        assertTrue(plan.resultBytes()
                > Plan.of(List.of(OPEN), List.of(BROKERLESS), 1).resultBytes());
    }

    @Test
    void aSearchMayWriteAsMuchAsAClosedLoop() {
        Work work = new Work(List.of(new WorkItem(OPEN, 1, Question.CAPACITY)), 1, BrokerLife.ONCE);
        assertEquals(
                Plan.of(List.of(OPEN.withRate(Rate.MAX)), List.of(BROKERED), 1).diskBytes(),
                Plan.of(work, List.of(BROKERED), List.of()).diskBytes());
    }

    @Test
    void aWalkthroughIsTakenOnceWhateverTheRounds() {
        Plan plan = Plan.of(List.of(BuiltIns.workloadNamed("walkthrough")), List.of(BROKERED), 3);
        assertEquals(0, plan.runs());
        assertEquals(Duration.ofSeconds(38 + 9), plan.time());
    }
}
