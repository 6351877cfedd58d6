package org.busmark.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories, in which everything that can go wrong does, against the slow reference. */
final class LedgerHistoryTest {
    private static final List<SendOutcome> OUTCOMES = List.of(SendOutcome.values());
    private static final List<OrderingScope> SCOPES = List.of(OrderingScope.values());

    private SplittableRandom random = new SplittableRandom();
    private LedgerSpec spec = new LedgerSpec(1, 1, 1, 1, OrderingScope.NONE, false);
    private Ledger ledger = new Ledger(spec);
    private ReferenceLedger reference = new ReferenceLedger(spec);
    private List<List<Envelope>> underway = new ArrayList<>();
    private double mishap;

    private record Envelope(int producer, long sequence, int partition) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 2000, 3000})
    void shortHistoriesAgree(int firstSeed) {
        for (int seed = firstSeed; seed < firstSeed + 60; seed++) {
            begin(seed);
            play(random.nextInt(3000), 40);
            assertAgreement(seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void historiesOverManyPagesAgree(int seed) {
        begin(seed);
        mishap = seed % 3 * 0.0001;
        play(200_000, 1 + random.nextInt(100_000));
        assertAgreement(seed);
    }

    private void begin(int seed) {
        random = new SplittableRandom(seed);
        spec = new LedgerSpec(
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                1 + random.nextInt(3),
                1 + random.nextInt(4),
                SCOPES.get(random.nextInt(3)),
                random.nextBoolean());
        ledger = new Ledger(spec);
        reference = new ReferenceLedger(spec);
        underway = new ArrayList<>();
        for (int group = 0; group < spec.groups(); group++) {
            underway.add(new ArrayList<>());
        }
        mishap = random.nextBoolean() ? 0.05 : 0;
    }

    private void play(int steps, int backlog) {
        for (int step = 0; step < steps; step++) {
            send();
            for (int group = 0; group < spec.groups(); group++) {
                if (underway.get(group).size() > random.nextInt(backlog)) {
                    receive(group);
                }
            }
            if (happens()) {
                misdeliver();
            }
        }
        for (int group = 0; group < spec.groups(); group++) {
            while (!underway.get(group).isEmpty()) {
                receive(group);
            }
        }
        if (random.nextBoolean()) {
            ledger.producer(0).scheduled(7);
            ledger.producer(0).scheduled(5);
            reference.scheduled(0, 12);
        }
    }

    private void send() {
        int producer = random.nextInt(spec.producers());
        long sequence = ledger.producer(producer).nextSequence();
        reference.attempt(producer);
        if (!happens()) {
            outcome(producer, sequence, spec.acknowledged() ? SendOutcome.ACKNOWLEDGED : SendOutcome.HANDED_OVER);
        } else if (random.nextInt(4) > 0) {
            outcome(producer, sequence, OUTCOMES.get(random.nextInt(4)));
        }
        if (happens()) {
            outcome(producer, sequence + random.nextInt(-3, 4), OUTCOMES.get(random.nextInt(4)));
        }
        Envelope envelope = new Envelope(producer, sequence, random.nextInt(spec.partitions()));
        for (List<Envelope> group : underway) {
            if (!happens()) {
                group.add(envelope);
            }
        }
    }

    private void outcome(int producer, long sequence, SendOutcome outcome) {
        ledger.producer(producer).outcome(sequence, outcome);
        reference.outcome(producer, sequence, outcome);
    }

    private void receive(int group) {
        List<Envelope> queue = underway.get(group);
        int last = queue.size() - 1;
        int at = happens() || random.nextBoolean() ? random.nextInt(Math.min(queue.size(), 50)) : 0;
        Envelope envelope = queue.get(at);
        // Removing from the middle of a long list would make the test slow; the gap is filled with the newest.
        queue.set(at, queue.get(last));
        queue.remove(last);
        deliver(group, envelope.producer, envelope.sequence, envelope.partition, happens());
        while (happens()) {
            deliver(group, envelope.producer, envelope.sequence, envelope.partition, random.nextBoolean());
        }
    }

    private void misdeliver() {
        int group = random.nextInt(spec.groups());
        int member = random.nextInt(spec.membersPerGroup());
        switch (random.nextInt(7)) {
            case 0 -> deliver(group, random.nextBoolean() ? -1 : spec.producers(), 0, 0, false);
            case 1 -> deliver(group, 0, 0, random.nextBoolean() ? -1 : spec.partitions(), true);
            case 2 -> deliver(group, 0, random.nextBoolean() ? -1 : Long.MIN_VALUE + 5, 0, false);
            case 3 -> deliver(group, 0, random.nextLong(1L << 41, 1L << 48), 0, true);
            case 4 -> deliver(group, 0, ledger.producer(0).attempted() + random.nextInt(200_000), 0, false);
            case 5 -> {
                ledger.member(group, member).corrupted();
                reference.corrupted();
            }
            default -> {
                ledger.member(group, member).unexpected();
                reference.foreign();
            }
        }
    }

    private void deliver(int group, int producer, long sequence, int partition, boolean flagged) {
        int member = random.nextInt(spec.membersPerGroup());
        ledger.member(group, member).delivered(producer, sequence, partition, flagged);
        reference.delivered(group, member, producer, sequence, partition, flagged);
    }

    private boolean happens() {
        return mishap > 0 && random.nextDouble() < mishap;
    }

    private void assertAgreement(int seed) {
        LedgerTotals totals = ledger.totals();
        LedgerTotals expected = reference.totals();
        assertEquals(expected, withoutOffenders(totals), () -> "seed " + seed + ", " + spec);
        for (int producer = 0; producer < spec.producers(); producer++) {
            assertEquals(reference.deliveredByEveryGroup(producer), ledger.deliveredByEveryGroup(producer));
        }
        long handedOver = spec.acknowledged() ? expected.handedOver() / spec.groups() : 0;
        long offences = expected.lost()
                + expected.unexpected()
                + expected.illegalDuplicates()
                + expected.outOfOrder()
                + expected.corrupted()
                + expected.surplusOutcomes()
                + handedOver;
        assertEquals(Math.min(20, offences), totals.firstOffenders().size(), () -> "seed " + seed + ", " + totals);
    }

    private static LedgerTotals withoutOffenders(LedgerTotals t) {
        return new LedgerTotals(
                t.scheduled(),
                t.attempted(),
                t.handedOver(),
                t.acknowledged(),
                t.rejected(),
                t.unknown(),
                t.delivered(),
                t.ok(),
                t.lost(),
                t.unexpected(),
                t.duplicated(),
                t.illegalDuplicates(),
                t.redelivered(),
                t.recovered(),
                t.outOfOrder(),
                t.corrupted(),
                t.surplusOutcomes(),
                List.of());
    }
}
