package org.busmark.results.record;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of every message, warm-up included. Counts of messages.
 *
 * @param scheduled due by the schedule; the closed loop schedules what it attempts
 * @param attempted given to the bus
 * @param acknowledged the system met the guarantee
 * @param delivered arrivals at consumers, duplicates included
 * @param ok delivered exactly once, or again by right, intact and in the promised order
 * @param lost that the consumers never saw
 * @param unexpected arrivals that nobody sent
 * @param duplicated arrivals beyond the first
 * @param redelivered arrivals that the system flagged as coming again
 * @param recovered delivered though not acknowledged
 * @param outOfOrder arrivals behind a later one of the same ordering scope
 * @param corrupted arrivals whose bytes are not those that were sent
 * @param firstOffenders the first messages that broke a promise, for people
 * @param handedOver taken by the client where nothing more is promised
 * @param rejected certainly not in the system
 * @param unknown neither success nor failure is known
 * @param illegalDuplicates duplicates that nothing excuses
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
        long illegalDuplicates) {
    /** How many offenders a sum keeps. */
    public static final int OFFENDERS_KEPT = 10;

    /** Nothing sent and nothing received. */
    public static final LedgerRecord EMPTY =
            new LedgerRecord(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0, 0, 0, 0);

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
        firstOffenders = List.copyOf(firstOffenders);
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
                illegalDuplicates + other.illegalDuplicates);
    }
}
