package org.busmark.ledger;

/**
 * The accounts of a run: one for each producer, one for each member of each group.
 *
 * <p>Memory: a bit for each message between the oldest that is not delivered (or not answered) and the newest, in pages
 * of 8 KiB, about 60 KiB for each producer and 25 KiB for each producer and group at least. A message that never comes
 * keeps its page. Up to 2^32 messages (512 MiB) may lie between; a delivery still further ahead is counted as unexpected,
 * with an offender in words.
 *
 * <p>The hot path allocates nothing while that span does not grow. With several members in a group their set is shared,
 * each delivery costs an atomic operation, and full pages become garbage, 1/8 byte a message.
 */
public final class Ledger {
    private final OffenceLog offences = new OffenceLog();
    private final ProducerAccount[] producers;
    private final GroupDeliveries[] groups;

    public Ledger(LedgerSpec spec) {
        producers = new ProducerAccount[spec.producers()];
        for (int producer = 0; producer < producers.length; producer++) {
            producers[producer] = new ProducerAccount(producer, spec.acknowledged(), offences);
        }
        groups = new GroupDeliveries[spec.groups()];
        for (int group = 0; group < groups.length; group++) {
            groups[group] = new GroupDeliveries(group, spec, offences);
        }
    }

    /** The account of a producer. */
    public ProducerAccount producer(int producer) {
        return producers[producer];
    }

    /** The account of a group's member. */
    public DeliveryAccount member(int group, int member) {
        return groups[group].members()[member];
    }

    /**
     * How many different messages of a producer have reached every group, for any thread to poll while consumers write:
     * the smallest of the groups' counts, each of which only grows. A few ns for each group and member.
     */
    public long deliveredByEveryGroup(int producer) {
        long smallest = Long.MAX_VALUE;
        for (GroupDeliveries group : groups) {
            smallest = Math.min(smallest, group.distinct(producer));
        }
        return smallest;
    }

    /**
     * The sums. Exact when every writer is quiet. While they write it is an estimate: counts are at most a moment old,
     * but what compares two sets (ok, lost, unexpected, recovered) may be off by any number of messages in flight.
     */
    public LedgerTotals totals() {
        return new Totalling(offences, producers, groups).totals();
    }
}
