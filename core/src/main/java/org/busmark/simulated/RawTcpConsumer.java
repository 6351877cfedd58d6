package org.busmark.simulated;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;

/** One member of a group with a reader for each of its connections. They take turns, one buffer at a time. */
final class RawTcpConsumer implements Consumer {
    private static final long CLOSE_BOUND_MS = 30_000;

    private final RawTcpTopic topic;
    private final ConsumerSpec spec;
    private final MessageListener listener;
    private final DisturbanceListener disturbances;
    private final List<RawTcpReader> readers = new CopyOnWriteArrayList<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Delivery delivery = new Delivery();
    private volatile boolean closed;

    RawTcpConsumer(RawTcpTopic topic, ConsumerSpec spec, MessageListener listener, DisturbanceListener disturbances) {
        this.topic = topic;
        this.spec = spec;
        this.listener = listener;
        this.disturbances = disturbances;
    }

    /** Members take partitions in turn; one beyond their number gets none. */
    boolean owns(int partition) {
        return partition % spec.members() == spec.member();
    }

    /** Called while the topic is locked. */
    void add(RawTcpReader reader) {
        readers.add(reader);
        reader.start();
    }

    void leave(RawTcpReader reader) {
        readers.remove(reader);
    }

    /** Returns false when the consumer is closed. */
    boolean deliver(RawTcpReader reader) {
        turn.lock();
        try {
            if (!closed) {
                reader.handOut();
            }
            return !closed;
        } finally {
            turn.unlock();
        }
    }

    void onMessage(byte[] bytes, int offset, int length, int partition) {
        if (!closed) {
            listener.onMessage(delivery.of(bytes, offset, length, partition, false));
        }
    }

    @Override
    public void close() {
        closed = true;
        topic.leave(this);
        readers.forEach(RawTcpReader::beginClose);
        for (RawTcpReader reader : readers) {
            if (!reader.awaitEnd(CLOSE_BOUND_MS)) {
                disturbances.onDisturbance(
                        Disturbance.FAILURE,
                        "tcp consumer " + spec.group() + "/" + spec.member()
                                + " did not end: its listener does not return");
            }
        }
    }
}
