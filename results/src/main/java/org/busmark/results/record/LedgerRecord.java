package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of every message, warm-up included, as the core's ledger counts it: with several groups each send counts
 * once for each group. A cell's is the sum over its runs.
 *
 * @param scheduled due by the schedule; the closed loop schedules what it attempts
 * @param attempted sends that were begun
 * @param acknowledged the system met the guarantee
 * @param delivered arrivals that decode as messages of this run, repeated ones included
 * @param ok different attempted messages that were delivered, in whatever order and however often
 * @param lost acknowledged or handed over, and never delivered to that group; a send that was rejected, or of which
 *     nobody knows, cannot be lost
 * @param unexpected delivered though never attempted, though rejected, or of another run
 * @param duplicated second and further deliveries to the same group
 * @param redelivered arrivals that the system flagged as possibly delivered before, first ones included
 * @param recovered delivered though the outcome was unknown or never came
 * @param outOfOrder first deliveries behind a later message, within the scope in which order is promised
 * @param corrupted arrivals whose bytes fail their check
 * @param firstOffenders the first messages that are not ok or not alone, for people
 * @param handedOver taken by the client where nothing more is promised
 * @param rejected certainly not in the system
 * @param unknown sends whose outcome is that nobody knows
 * @param illegalDuplicates of the duplicated, those that the system did not flag
 * @param withoutOutcome sends of which the adapter never said anything; 0 in older files
 * @param surplusOutcomes outcomes for sends that had one already, or that never were; 0 in older files
 */
public record LedgerRecord(
        long scheduled,
        long attempted,
        long acknowledged,
        long delivered,
        long ok,
        long lost,
        long unexpected,
        long duplicated,
        long redelivered,
        long recovered,
        long outOfOrder,
        long corrupted,
        List<String> firstOffenders,
        long handedOver,
        long rejected,
        long unknown,
        long illegalDuplicates,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long withoutOutcome,
        @JsonSetter(nulls = Nulls.AS_EMPTY) long surplusOutcomes) {
    /** How many offenders a sum keeps. */
    public static final int OFFENDERS_KEPT = 10;

    /** Nothing sent and nothing received. */
    public static final LedgerRecord EMPTY =
            new LedgerRecord(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0, 0, 0, 0, 0, 0);

    public LedgerRecord {
        Require.notNegative("scheduled", scheduled);
        Require.notNegative("attempted", attempted);
        Require.notNegative("acknowledged", acknowledged);
        Require.notNegative("delivered", delivered);
        Require.notNegative("ok", ok);
        Require.notNegative("lost", lost);
        Require.notNegative("unexpected", unexpected);
        Require.notNegative("duplicated", duplicated);
        Require.notNegative("redelivered", redelivered);
        Require.notNegative("recovered", recovered);
        Require.notNegative("outOfOrder", outOfOrder);
        Require.notNegative("corrupted", corrupted);
        Require.notNegative("handedOver", handedOver);
        Require.notNegative("rejected", rejected);
        Require.notNegative("unknown", unknown);
        Require.notNegative("illegalDuplicates", illegalDuplicates);
        Require.notNegative("withoutOutcome", withoutOutcome);
        Require.notNegative("surplusOutcomes", surplusOutcomes);
        firstOffenders = List.copyOf(firstOffenders);
    }

    /** One outcome for each send: neither {@code withoutOutcome} nor {@code surplusOutcomes}. */
    public LedgerRecord(
            long scheduled,
            long attempted,
            long acknowledged,
            long delivered,
            long ok,
            long lost,
            long unexpected,
            long duplicated,
            long redelivered,
            long recovered,
            long outOfOrder,
            long corrupted,
            List<String> firstOffenders,
            long handedOver,
            long rejected,
            long unknown,
            long illegalDuplicates) {
        this(
                scheduled,
                attempted,
                acknowledged,
                delivered,
                ok,
                lost,
                unexpected,
                duplicated,
                redelivered,
                recovered,
                outOfOrder,
                corrupted,
                firstOffenders,
                handedOver,
                rejected,
                unknown,
                illegalDuplicates,
                0,
                0);
    }

    /** Both counted together; the first {@value #OFFENDERS_KEPT} offenders are kept. */
    public LedgerRecord plus(LedgerRecord other) {
        return new LedgerRecord(
                scheduled + other.scheduled,
                attempted + other.attempted,
                acknowledged + other.acknowledged,
                delivered + other.delivered,
                ok + other.ok,
                lost + other.lost,
                unexpected + other.unexpected,
                duplicated + other.duplicated,
                redelivered + other.redelivered,
                recovered + other.recovered,
                outOfOrder + other.outOfOrder,
                corrupted + other.corrupted,
                Stream.concat(firstOffenders.stream(), other.firstOffenders.stream())
                        .limit(OFFENDERS_KEPT)
                        .toList(),
                handedOver + other.handedOver,
                rejected + other.rejected,
                unknown + other.unknown,
                illegalDuplicates + other.illegalDuplicates,
                withoutOutcome + other.withoutOutcome,
                surplusOutcomes + other.surplusOutcomes);
    }
}
