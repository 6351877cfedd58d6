package org.busmark.simulated;

import java.util.concurrent.atomic.AtomicBoolean;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;

/**
 * Delivers on the sender's thread. A turn is taken by compare-and-set, since several producers may send at once and a
 * listener must not be called by two.
 */
final class LoopbackConsumer implements Consumer {
    private final LoopbackTopic topic;
    private final ConsumerSpec spec;
    private final MessageListener listener;
    private final Delivery delivery = new Delivery();
    private final AtomicBoolean turn = new AtomicBoolean();
    private boolean closed;

    LoopbackConsumer(LoopbackTopic topic, ConsumerSpec spec, MessageListener listener) {
        this.topic = topic;
        this.spec = spec;
        this.listener = listener;
    }

    /** Members take partitions in turn; one beyond their number gets none. */
    boolean owns(int partition) {
        return partition % spec.members() == spec.member();
    }

    void deliver(byte[] payload, int partition) {
        takeTurn();
        try {
            if (!closed) {
                listener.onMessage(delivery.of(payload, 0, payload.length, partition, false));
            }
        } finally {
            turn.setRelease(false);
        }
    }

    private void takeTurn() {
        while (!turn.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        topic.remove(this);
        takeTurn();
        closed = true;
        turn.setRelease(false);
    }
}
