package org.busmark.example;

import java.util.Arrays;
import java.util.List;
import org.busmark.bus.Producer;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Puts a copy into the mailbox of each consumer that is due it; the outcome comes within {@code send}. */
final class MailboxProducer implements Producer {
    private final int partitions;
    private final List<MailboxConsumer> consumers;
    private final SendListener outcomes;
    private int turn;
    private boolean closed;

    MailboxProducer(int partitions, List<MailboxConsumer> consumers, SendListener outcomes) {
        this.partitions = partitions;
        this.consumers = consumers;
        this.outcomes = outcomes;
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        int chosen = partition == ANY_PARTITION ? choose(key) : partition;
        boolean refused = closed || chosen < 0 || chosen >= partitions;
        // The array is the caller's again when this returns, and a mailbox keeps what it is given: copy.
        outcomes.onOutcome(token, refused ? SendOutcome.REJECTED : deliver(payload.clone(), chosen));
    }

    /** A key keeps its partition; without one partitions take turns. */
    private int choose(byte @Nullable [] key) {
        return Math.floorMod(key == null ? turn++ : Arrays.hashCode(key), partitions);
    }

    private SendOutcome deliver(byte[] payload, int partition) {
        long deadlineNs = System.nanoTime() + MAX_BLOCK.toNanos();
        SendOutcome soFar = SendOutcome.REJECTED;
        for (MailboxConsumer consumer : consumers) {
            if (consumer.owns(partition)) {
                if (!consumer.put(payload, partition, deadlineNs)) {
                    // REJECTED promises that nobody has it; once one group has it nobody can promise that.
                    return soFar;
                }
                soFar = SendOutcome.UNKNOWN;
            }
        }
        return SendOutcome.HANDED_OVER;
    }

    @Override
    public void close() {
        closed = true;
    }
}
