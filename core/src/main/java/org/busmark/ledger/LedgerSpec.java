package org.busmark.ledger;

import org.busmark.bus.OrderingScope;

/**
 * What a ledger accounts for.
 *
 * @param producers numbered from 0
 * @param groups consumer groups, numbered from 0; each is due every message
 * @param membersPerGroup consumers in each group, numbered from 0
 * @param partitions of the topic, numbered from 0
 * @param order within what order is promised, and therefore watched
 * @param acknowledged whether the guarantee is an acknowledged one; then a send that was merely handed over is an
 *     offender
 */
public record LedgerSpec(
        int producers, int groups, int membersPerGroup, int partitions, OrderingScope order, boolean acknowledged) {
    public LedgerSpec {
        requirePositive(producers, "producers");
        requirePositive(groups, "groups");
        requirePositive(membersPerGroup, "membersPerGroup");
        requirePositive(partitions, "partitions");
    }

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is less than 1: " + value);
        }
    }
}
