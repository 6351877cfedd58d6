package org.busmark.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.wire.Body;
import org.junit.jupiter.api.Test;

final class WorkTest {
    private static final Workload OPEN = workload("open", new Rate(1000));
    private static final Workload CLOSED = workload("closed", Rate.MAX);

    @Test
    void itemsThatRunInEveryRoundFollowTheRounds() {
        Work work = new Work(
                List.of(
                        new WorkItem(OPEN, 5, Question.FIGURES),
                        new WorkItem(CLOSED, 3, Question.FIGURES),
                        new WorkItem(OPEN, 3, Question.CAPACITY_AND_SWEEP)),
                5,
                BrokerLife.EACH_ROUND);
        assertEquals(List.of(8, 3, 3), rounds(work.inRounds(8)));
        assertEquals(List.of(2, 2, 2), rounds(work.inRounds(2)));
        assertEquals(BrokerLife.EACH_ROUND, work.inRounds(2).brokers());
        assertEquals(2, work.inRounds(2).rounds());
    }

    private static List<Integer> rounds(Work work) {
        return work.items().stream().map(WorkItem::rounds).toList();
    }

    @Test
    void whatComesToBeTheSameIsLeftOnceWithTheMoreRounds() {
        Workload persisted = OPEN.withGuarantee(Guarantee.PERSISTED);
        Work work = new Work(
                List.of(
                        new WorkItem(OPEN, 2, Question.FIGURES),
                        new WorkItem(persisted, 3, Question.FIGURES),
                        new WorkItem(persisted, 1, Question.CAPACITY)),
                3,
                BrokerLife.ONCE);
        Work equal = work.map(item -> item.with(item.workload().withGuarantee(Guarantee.PERSISTED)));
        assertEquals(
                List.of(new WorkItem(persisted, 3, Question.FIGURES), new WorkItem(persisted, 1, Question.CAPACITY)),
                equal.items());
    }

    @Test
    void refusesWhatCannotBe() {
        assertComplaint("rounds is 0; allowed: at least 1", () -> new WorkItem(OPEN, 0, Question.FIGURES));
        assertComplaint(
                "capacity does not fit closed at rate max; allowed for a workload that has a rate and /s",
                () -> new WorkItem(CLOSED, 1, Question.CAPACITY));
        assertComplaint("workloads is empty", () -> Work.figures(List.of(), 1));
        assertComplaint("rounds is 0; allowed: at least 1", () -> Work.figures(List.of(OPEN), 0));
        assertComplaint(
                "rounds of open is 3; allowed: at most 2",
                () -> new Work(List.of(new WorkItem(OPEN, 3, Question.FIGURES)), 2, BrokerLife.ONCE));
    }

    @Test
    void textsAreThoseOfFiles() {
        assertEquals(BrokerLife.EACH_ROUND, BrokerLife.parse("each-round"));
        assertEquals("once", BrokerLife.ONCE.text());
        assertComplaint(
                "'twice' is not how long a broker lives; allowed: once, each-round", () -> BrokerLife.parse("twice"));
        assertEquals(Question.CAPACITY_AND_SWEEP, Question.ofCapacity("sweep"));
        assertEquals("search", Question.CAPACITY.text());
        assertNull(Question.FIGURES.text());
        assertComplaint(
                "'yes' is not what can be done about a capacity; allowed: search, sweep",
                () -> Question.ofCapacity("yes"));
        assertTrue(Question.CAPACITY.searches() && !Question.CAPACITY.sweeps());
    }

    @Test
    void anotherObjectiveIsAnotherCell() {
        Workload other = OPEN.withObjective(Duration.ofMillis(7));
        assertEquals(Duration.ofMillis(7), other.objective());
        assertEquals(OPEN, other.withObjective(OPEN.objective()));
        assertTrue(!new Cell("a", OPEN).id().equals(new Cell("a", other).id()));
    }

    private static void assertComplaint(String complaint, Runnable action) {
        assertEquals(
                complaint,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static Workload workload(String name, Rate rate) {
        return new Workload(
                name,
                Shape.QUEUE,
                new DataSize(100),
                Body.RANDOM,
                1,
                1,
                Keys.NONE,
                1,
                1,
                1,
                Guarantee.FIRE_AND_FORGET,
                rate,
                10,
                Duration.ofMillis(50),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Map.of());
    }
}
