package org.busmark.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.busmark.bus.Disturbance;
import org.busmark.bus.Guarantee;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LedgerRulesTest {
    private static final Set<Disturbance> QUIET = Set.of();

    private final Ledger ledger = new Ledger(new LedgerSpec(1, 1, 1, 1, OrderingScope.TOPIC, true));

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

    private Judgement judge(Guarantee guarantee) {
        return LedgerRules.judge(ledger.totals(), guarantee, QUIET, true);
    }

    private void assertInvalid(String... reasons) {
        assertEquals(new Judgement(Verdict.INVALID, List.of(reasons)), judge(Guarantee.PERSISTED));
    }

    private void assertDegraded(String... reasons) {
        assertEquals(new Judgement(Verdict.DEGRADED, List.of(reasons)), judge(Guarantee.PERSISTED));
    }

    @Test
    void aCleanRunIsValid() {
        send(2, SendOutcome.ACKNOWLEDGED);
        deliver(0, 1);
        assertEquals(Judgement.VALID, judge(Guarantee.REPLICATED));
    }

    @Test
    void aLossIsPunishedOnlyWhereTheGuaranteeForbidsIt() {
        send(3, SendOutcome.ACKNOWLEDGED);
        assertInvalid("3 acknowledged messages lost, allowed 0");
        assertEquals(Judgement.VALID, judge(Guarantee.FIRE_AND_FORGET));
    }

    @Test
    void corruptionForeignMessagesAndBrokenOrderMakeItInvalid() {
        send(2, SendOutcome.ACKNOWLEDGED);
        deliver(1, 0);
        ledger.member(0, 0).corrupted();
        ledger.member(0, 0).unexpected();
        ledger.member(0, 0).unexpected();
        assertInvalid(
                "1 message corrupted, allowed 0",
                "2 deliveries unexpected (never sent, rejected, or of another run), allowed 0",
                "1 message out of order where order is promised, allowed 0");
    }

    @Test
    void anAdapterThatBreaksTheContractOfOutcomesMakesItInvalid() {
        send(1, SendOutcome.ACKNOWLEDGED);
        send(1, SendOutcome.HANDED_OVER);
        ledger.producer(0).outcome(0, SendOutcome.UNKNOWN);
        deliver(0, 1);
        assertInvalid(
                "1 send handed over without acknowledgement at PERSISTED, allowed 0",
                "1 outcome reported for a send that had one or never was, allowed 0");
    }

    @Test
    void rejectedUnknownAndMissingOutcomesAreACaution() {
        send(1, SendOutcome.REJECTED);
        send(2, SendOutcome.UNKNOWN);
        ledger.producer(0).nextSequence();
        assertDegraded(
                "1 send rejected, 0 expected",
                "2 sends of unknown outcome, 0 expected",
                "1 send without any outcome, 0 expected");
    }

    @Test
    void anIllegalDuplicateWithoutACauseMakesItInvalid() {
        send(1, SendOutcome.ACKNOWLEDGED);
        deliver(0, 0);
        assertInvalid("1 delivery repeated without a redelivery flag, allowed 0 without a recorded cause");
    }

    @ParameterizedTest
    @EnumSource
    void aRecordedCauseExcusesADuplicateThatTheSystemDoesNotFlag(Disturbance cause) {
        send(1, SendOutcome.ACKNOWLEDGED);
        deliver(0, 0);
        Judgement unflagged = LedgerRules.judge(ledger.totals(), Guarantee.ACKNOWLEDGED, Set.of(cause), false);
        boolean excuses = cause != Disturbance.FAILURE;
        assertEquals(excuses ? Verdict.DEGRADED : Verdict.INVALID, unflagged.verdict(), unflagged.toString());
        Judgement flagged = LedgerRules.judge(ledger.totals(), Guarantee.ACKNOWLEDGED, Set.of(cause), true);
        boolean excusesFlagged = cause == Disturbance.RETRY;
        assertEquals(excusesFlagged ? Verdict.DEGRADED : Verdict.INVALID, flagged.verdict(), flagged.toString());
    }

    @Test
    void theCausesAreNamed() {
        send(1, SendOutcome.ACKNOWLEDGED);
        deliver(0, 0, 0);
        Set<Disturbance> seen = EnumSet.of(Disturbance.RESTART, Disturbance.REBALANCE);
        assertEquals(
                List.of(
                        "2 deliveries repeated without a redelivery flag, after rebalance, restart; without that allowed 0"),
                LedgerRules.judge(ledger.totals(), Guarantee.ACKNOWLEDGED, seen, false)
                        .reasons());
    }

    @Test
    void aDisturbanceThatLeftNoTraceIsNoReason() {
        Set<Disturbance> seen = EnumSet.complementOf(EnumSet.of(Disturbance.FAILURE));
        assertEquals(Judgement.VALID, LedgerRules.judge(ledger.totals(), Guarantee.ACKNOWLEDGED, seen, true));
    }

    @Test
    void aClientThatFailedIsACaution() {
        Judgement judgement =
                LedgerRules.judge(ledger.totals(), Guarantee.FIRE_AND_FORGET, Set.of(Disturbance.FAILURE), true);
        assertEquals(Judgement.degraded("a client failed for good during the run, allowed none"), judgement);
    }

    @Test
    void judgementsCombineToTheWorstWithTheWorstReasonFirst() {
        Judgement caution = Judgement.degraded("slow");
        Judgement broken = Judgement.invalid("lost");
        assertEquals(new Judgement(Verdict.INVALID, List.of("lost", "slow")), caution.and(broken));
        assertEquals(caution, Judgement.VALID.and(caution));
        assertEquals(Judgement.VALID, Judgement.worst(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Judgement(Verdict.VALID, List.of("why")));
        assertThrows(IllegalArgumentException.class, () -> new Judgement(Verdict.DEGRADED, List.of()));
    }
}
