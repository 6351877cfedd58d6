package org.busmark.ledger;

import static org.busmark.bus.SendOutcome.ACKNOWLEDGED;
import static org.busmark.bus.SendOutcome.HANDED_OVER;
import static org.busmark.bus.SendOutcome.REJECTED;
import static org.busmark.bus.SendOutcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;

/** The rules one by one, on histories that can be read. */
final class LedgerTest {
    private Ledger ledger = new Ledger(new LedgerSpec(1, 1, 1, 2, OrderingScope.PARTITION, true));

    private void send(int count, SendOutcome outcome) {
        for (int i = 0; i < count; i++) {
            ledger.producer(0).outcome(ledger.producer(0).nextSequence(), outcome);
        }
    }

    private void deliver(long... sequences) {
        for (long sequence : sequences) {
            ledger.member(0, 0).delivered(0, sequence, 0, false);
        }
    }

    private void assertOffenders(String... lines) {
        assertEquals(List.of(lines), ledger.totals().firstOffenders());
    }

    @Test
    void aCleanRunHasEverythingOnceAndNobodyToBlame() {
        send(3, ACKNOWLEDGED);
        deliver(0, 1, 2);
        LedgerTotals totals = ledger.totals();
        assertEquals(3, totals.scheduled());
        assertEquals(3, totals.attempted());
        assertEquals(3, totals.acknowledged());
        assertEquals(3, totals.delivered());
        assertEquals(3, totals.ok());
        assertEquals(0, totals.lost() + totals.unexpected() + totals.duplicated() + totals.outOfOrder());
        assertEquals(0, totals.withoutOutcome());
        assertOffenders();
    }

    @Test
    void anAcknowledgedMessageThatNeverComesIsLost() {
        send(3, ACKNOWLEDGED);
        deliver(0, 2);
        assertEquals(1, ledger.totals().lost());
        assertOffenders("lost producer 0 sequence 1 group 0");
    }

    @Test
    void rejectedAndUnknownMessagesMayStayAway() {
        send(1, REJECTED);
        send(1, UNKNOWN);
        ledger.producer(0).nextSequence();
        LedgerTotals totals = ledger.totals();
        assertEquals(List.of(1L, 1L, 0L), List.of(totals.rejected(), totals.unknown(), totals.lost()));
        assertEquals(1, totals.withoutOutcome());
        assertEquals(2, ledger.producer(0).outcomes());
    }

    @Test
    void whatComesThoughNobodyKnewIsRecovered() {
        send(1, UNKNOWN);
        ledger.producer(0).nextSequence();
        deliver(0, 1);
        assertEquals(2, ledger.totals().recovered());
        assertEquals(2, ledger.totals().ok());
    }

    @Test
    void aRejectedMessageThatComesIsUnexpected() {
        send(1, REJECTED);
        deliver(0);
        assertEquals(1, ledger.totals().unexpected());
        assertOffenders("rejected but delivered producer 0 sequence 0 group 0");
    }

    @Test
    void whatWasNeverSentIsUnexpectedAndNeverAnException() {
        deliver(0, -1, Long.MAX_VALUE, Long.MIN_VALUE);
        ledger.member(0, 0).delivered(7, 0, 0, false);
        ledger.member(0, 0).delivered(0, 0, 9, false);
        assertEquals(6, ledger.totals().unexpected());
        assertEquals(6, ledger.totals().delivered());
        assertOffenders(
                "delivered but never sent producer 0 sequence -1 group 0 member 0",
                "delivered but never sent producer 0 sequence 9223372036854775807 group 0 member 0",
                "delivered but never sent producer 0 sequence -9223372036854775808 group 0 member 0",
                "delivered but never sent producer 7 sequence 0 partition 0 group 0 member 0",
                "delivered but never sent producer 0 sequence 0 partition 9 group 0 member 0",
                "delivered but never sent producer 0 sequence 0 group 0");
    }

    @Test
    void aDuplicateIsLegalOnlyWithAFlag() {
        send(2, ACKNOWLEDGED);
        deliver(0, 1, 1);
        ledger.member(0, 0).delivered(0, 0, 0, true);
        LedgerTotals totals = ledger.totals();
        assertEquals(2, totals.duplicated());
        assertEquals(1, totals.illegalDuplicates());
        assertEquals(1, totals.redelivered());
        assertEquals(4, totals.delivered());
        assertOffenders("delivered again without a redelivery flag producer 0 sequence 1 group 0 member 0");
    }

    @Test
    void orderIsWatchedWithinTheScopeThatIsPromised() {
        for (OrderingScope scope : OrderingScope.values()) {
            ledger = new Ledger(new LedgerSpec(1, 1, 1, 2, scope, true));
            send(4, ACKNOWLEDGED);
            ledger.member(0, 0).delivered(0, 1, 0, false);
            ledger.member(0, 0).delivered(0, 3, 1, false);
            ledger.member(0, 0).delivered(0, 2, 0, false);
            ledger.member(0, 0).delivered(0, 0, 0, false);
            long expected = switch (scope) {
                case NONE -> 0;
                case PARTITION -> 1;
                case TOPIC -> 2;
            };
            assertEquals(expected, ledger.totals().outOfOrder(), scope.name());
        }
    }

    @Test
    void aLateDuplicateIsNotOutOfOrder() {
        send(3, ACKNOWLEDGED);
        deliver(0, 1, 2, 0);
        assertEquals(0, ledger.totals().outOfOrder());
    }

    @Test
    void orderIsAMatterOfOneMember() {
        ledger = new Ledger(new LedgerSpec(1, 1, 2, 1, OrderingScope.TOPIC, true));
        send(2, ACKNOWLEDGED);
        ledger.member(0, 0).delivered(0, 1, 0, false);
        ledger.member(0, 1).delivered(0, 0, 0, false);
        assertEquals(0, ledger.totals().outOfOrder());
    }

    @Test
    void aMemberThatGetsWhatAnotherHadGetsADuplicate() {
        ledger = new Ledger(new LedgerSpec(1, 1, 2, 1, OrderingScope.TOPIC, true));
        send(1, ACKNOWLEDGED);
        ledger.member(0, 0).delivered(0, 0, 0, false);
        ledger.member(0, 1).delivered(0, 0, 0, false);
        assertEquals(1, ledger.totals().illegalDuplicates());
        assertEquals(1, ledger.deliveredByEveryGroup(0));
    }

    @Test
    void everyGroupIsDueEveryMessage() {
        ledger = new Ledger(new LedgerSpec(1, 2, 1, 1, OrderingScope.TOPIC, true));
        send(3, ACKNOWLEDGED);
        deliver(0, 1, 2);
        ledger.member(1, 0).delivered(0, 0, 0, false);
        assertEquals(1, ledger.deliveredByEveryGroup(0));
        LedgerTotals totals = ledger.totals();
        assertEquals(6, totals.attempted());
        assertEquals(6, totals.acknowledged());
        assertEquals(4, totals.ok());
        assertEquals(2, totals.lost());
        assertOffenders("lost producer 0 sequence 1 group 1", "lost producer 0 sequence 2 group 1");
    }

    @Test
    void theFirstOutcomeStandsAndFurtherOnesAreSurplus() {
        send(1, ACKNOWLEDGED);
        ledger.producer(0).outcome(0, REJECTED);
        ledger.producer(0).outcome(1, ACKNOWLEDGED);
        ledger.producer(0).outcome(-1, ACKNOWLEDGED);
        deliver(0);
        LedgerTotals totals = ledger.totals();
        assertEquals(3, totals.surplusOutcomes());
        assertEquals(List.of(1L, 0L, 0L), List.of(totals.acknowledged(), totals.rejected(), totals.unexpected()));
    }

    @Test
    void aHandedOverSendIsAnOffenderOnlyWhereAcknowledgementIsPromised() {
        send(1, HANDED_OVER);
        deliver(0);
        assertOffenders("handed over without acknowledgement producer 0 sequence 0");
        ledger = new Ledger(new LedgerSpec(1, 1, 1, 1, OrderingScope.NONE, false));
        send(1, HANDED_OVER);
        deliver(0);
        assertOffenders();
    }

    @Test
    void whatWasDueAndNotSentStandsInTheLedger() {
        ledger.producer(0).scheduled(3);
        send(2, ACKNOWLEDGED);
        ledger.producer(0).scheduled(2);
        deliver(0, 1);
        assertEquals(5, ledger.totals().scheduled());
        assertEquals(2, ledger.totals().attempted());
        assertThrows(IllegalArgumentException.class, () -> ledger.producer(0).scheduled(-1));
    }

    @Test
    void aFloodOfOneOffenceHidesNoOther() {
        send(1000, ACKNOWLEDGED);
        ledger.member(0, 0).corrupted();
        ledger.member(0, 0).unexpected();
        List<String> offenders = ledger.totals().firstOffenders();
        assertEquals(20, offenders.size());
        assertEquals("lost producer 0 sequence 0 group 0", offenders.get(0));
        assertEquals("foreign message group 0 member 0", offenders.get(1));
        assertEquals("corrupted message group 0 member 0", offenders.get(2));
        assertEquals("lost producer 0 sequence 17 group 0", offenders.get(19));
    }

    @Test
    void aSpecWithNobodyInItIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new LedgerSpec(1, 0, 1, 1, OrderingScope.NONE, true))
                .getMessage();
        assertEquals("groups is less than 1: 0", message);
    }
}
