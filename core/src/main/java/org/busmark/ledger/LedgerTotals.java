package org.busmark.ledger;

import java.util.List;

/**
 * The sums of a ledger over all pairs of a producer and a group: with G groups each send counts G times, in every field
 * that counts sends, so that in a clean run {@code attempted == delivered} whatever G is. Always {@code delivered == ok +
 * duplicated +} what was delivered but never sent.
 *
 * @param scheduled ticks that were due; in a closed loop what was attempted
 * @param attempted sends that were begun
 * @param handedOver sends whose outcome is that the client took them
 * @param acknowledged sends that the system acknowledged
 * @param rejected sends that are certainly not in the system
 * @param unknown sends whose outcome is that nobody knows; those without any outcome are not here but in {@link
 *     #withoutOutcome}
 * @param delivered deliveries that decoded as messages of this run, repeated ones included
 * @param ok different attempted messages that were delivered
 * @param lost acknowledged or handed over, and never delivered to that group
 * @param unexpected delivered though never attempted, though rejected, or of another run
 * @param duplicated second and further deliveries to the same group
 * @param illegalDuplicates of those, the ones that the system did not flag
 * @param redelivered deliveries that the system flagged, first ones included
 * @param recovered delivered though the outcome was unknown or never came
 * @param outOfOrder first deliveries after one of a higher sequence, within the scope in which order is promised
 * @param corrupted deliveries whose bytes fail their check
 * @param surplusOutcomes outcomes for sends that had one already, or that were never attempted; counted once, not for
 *     each group
 * @param firstOffenders the first 20 in words, kinds mixed
 */
public record LedgerTotals(
        long scheduled,
        long attempted,
        long handedOver,
        long acknowledged,
        long rejected,
        long unknown,
        long delivered,
        long ok,
        long lost,
        long unexpected,
        long duplicated,
        long illegalDuplicates,
        long redelivered,
        long recovered,
        long outOfOrder,
        long corrupted,
        long surplusOutcomes,
        List<String> firstOffenders) {
    public LedgerTotals {
        requireCounts(
                scheduled,
                attempted,
                handedOver,
                acknowledged,
                rejected,
                unknown,
                delivered,
                ok,
                lost,
                unexpected,
                duplicated,
                illegalDuplicates,
                redelivered,
                recovered,
                outOfOrder,
                corrupted,
                surplusOutcomes);
        firstOffenders = List.copyOf(firstOffenders);
    }

    /** Sends that have no outcome; 0 when every adapter keeps its contract and all producers are closed. */
    public long withoutOutcome() {
        return Math.max(0, attempted - handedOver - acknowledged - rejected - unknown);
    }

    private static void requireCounts(long... counts) {
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is negative: " + count);
            }
        }
    }
}
