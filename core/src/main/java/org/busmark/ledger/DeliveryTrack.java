package org.busmark.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.busmark.bus.OrderingScope;

/** What one member of a group received from one producer. Single writer, counts readable from any thread. */
final class DeliveryTrack {
    // Keeps what other threads write out of the cache lines that change with every delivery.
    private static final int PADDING = 16;

    private final int producer;
    private final String place;
    private final SequenceSet seen;
    private final OffenceLog offences;
    private final OrderingScope order;
    private final long[] latest;

    private final OwnedCount distinct = new OwnedCount();
    private final AtomicLong redelivered = new AtomicLong();
    private final AtomicLong duplicated = new AtomicLong();
    private final AtomicLong illegalDuplicates = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();
    private final AtomicLong tooFar = new AtomicLong();

    DeliveryTrack(int producer, String place, LedgerSpec spec, SequenceSet seen, OffenceLog offences) {
        this.producer = producer;
        this.place = place;
        this.seen = seen;
        this.offences = offences;
        this.order = spec.order();
        this.latest = new long[PADDING + (order == OrderingScope.PARTITION ? spec.partitions() : 1) + PADDING];
        Arrays.fill(latest, -1);
    }

    void delivered(long sequence, int partition, boolean flagged) {
        if (flagged) {
            redelivered.incrementAndGet();
        }
        Novelty novelty = seen.add(sequence);
        if (novelty == Novelty.FIRST) {
            watchOrder(sequence, partition);
            distinct.increment();
        } else {
            notFirst(novelty, sequence, flagged);
        }
    }

    private void watchOrder(long sequence, int partition) {
        if (order == OrderingScope.NONE) {
            return;
        }
        int scope = PADDING + (order == OrderingScope.PARTITION ? partition : 0);
        if (sequence > latest[scope]) {
            latest[scope] = sequence;
        } else {
            outOfOrder.incrementAndGet();
            offences.add(Offence.OUT_OF_ORDER, producer, sequence, place);
        }
    }

    private void notFirst(Novelty novelty, long sequence, boolean flagged) {
        if (novelty == Novelty.TOO_FAR) {
            tooFar.incrementAndGet();
            offences.add(Offence.UNEXPECTED, producer, sequence, place);
            return;
        }
        duplicated.incrementAndGet();
        if (!flagged) {
            illegalDuplicates.incrementAndGet();
            offences.add(Offence.ILLEGAL_DUPLICATE, producer, sequence, place);
        }
    }

    long distinct() {
        return distinct.get();
    }

    long delivered() {
        return distinct.get() + duplicated.get() + tooFar.get();
    }

    long redelivered() {
        return redelivered.get();
    }

    long duplicated() {
        return duplicated.get();
    }

    long illegalDuplicates() {
        return illegalDuplicates.get();
    }

    long outOfOrder() {
        return outOfOrder.get();
    }

    long tooFar() {
        return tooFar.get();
    }
}
