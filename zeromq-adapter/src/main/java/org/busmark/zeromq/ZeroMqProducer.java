package org.busmark.zeromq;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.BusException;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * One bound socket for each partition. A send copies the payload, since JeroMQ keeps the array that it is given; the
 * outcome comes within the send.
 */
final class ZeroMqProducer implements Producer {
    /** Far above every workload; a bound keeps a mistake from filling the heap. */
    static final int MAX_MESSAGE_BYTES = 64 << 20;

    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    /** How long a blocked send goes without looking whether it was closed from outside. */
    private static final int LOOK_UP_MS = 100;

    private static final int FREE = 0;
    private static final int SENDING = 1;
    private static final int CLOSED = 2;
    private static final long TURN_POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ZeroMqTopic topic;
    private final SendListener outcomes;
    private final PartitionChoice choice;
    private final long blockNs;
    private final List<ZMQ.Socket> sockets = new ArrayList<>();

    /** Who may touch the sockets. CLOSED is for good. */
    private final AtomicInteger turn = new AtomicInteger(FREE);

    private volatile boolean closing;

    private ZeroMqProducer(ZeroMqTopic topic, ProducerSpec spec, ZeroMqSettings settings, SendListener outcomes) {
        this.topic = topic;
        this.outcomes = outcomes;
        this.choice = new PartitionChoice(spec.topic().partitions(), spec.producer());
        this.blockNs = TimeUnit.MILLISECONDS.toNanos(settings.sndtimeoMs());
    }

    /** Binds the sockets, for the calling thread, and tells the topic's consumers. */
    static ZeroMqProducer open(
            ZMQ.Context context, ZeroMqTopic topic, ProducerSpec spec, ZeroMqSettings settings, SendListener outcomes)
            throws BusException {
        ZeroMqProducer producer = new ZeroMqProducer(topic, spec, settings, outcomes);
        try {
            topic.join(producer, producer.bind(context, spec, settings));
        } catch (RuntimeException e) {
            producer.close();
            throw new BusException(
                    "ZeroMQ cannot open a producer on topic " + spec.topic().name() + ": " + e.getMessage(), e);
        } catch (BusException e) {
            producer.close();
            throw e;
        }
        return producer;
    }

    private List<String> bind(ZMQ.Context context, ProducerSpec spec, ZeroMqSettings settings) {
        List<String> endpoints = new ArrayList<>();
        for (int partition = 0; partition < spec.topic().partitions(); partition++) {
            ZMQ.Socket socket = context.socket(topic.isFanOut() ? SocketType.PUB : SocketType.PUSH);
            sockets.add(socket);
            settings.applyToSender(socket, spec.maxInFlight());
            socket.setSendTimeOut(Math.min(LOOK_UP_MS, settings.sndtimeoMs()));
            if (topic.isFanOut()) {
                socket.setXpubNoDrop(settings.xpubNodrop());
            }
            socket.bind(ANY_PORT);
            endpoints.add(socket.getLastEndpoint());
        }
        return endpoints;
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        outcomes.onOutcome(token, handOver(payload, key, partition));
    }

    private SendOutcome handOver(byte[] payload, byte @Nullable [] key, int partition) {
        if (!turn.compareAndSet(FREE, SENDING)) {
            return SendOutcome.REJECTED;
        }
        try {
            int chosen = partition == ANY_PARTITION ? choice.of(key) : partition;
            if (chosen < 0 || chosen >= sockets.size() || payload.length > MAX_MESSAGE_BYTES) {
                return SendOutcome.REJECTED;
            }
            return offer(sockets.get(chosen), payload);
        } catch (ZMQException contextEnded) {
            return SendOutcome.REJECTED;
        } finally {
            turn.setRelease(FREE);
        }
    }

    /** This form of send copies the payload, which the caller will use again; {@code send(byte[])} would keep it. */
    private SendOutcome offer(ZMQ.Socket socket, byte[] payload) {
        if (socket.send(payload, 0, payload.length, 0)) {
            return SendOutcome.HANDED_OVER;
        }
        long deadlineNs = System.nanoTime() + blockNs - TimeUnit.MILLISECONDS.toNanos(LOOK_UP_MS);
        while (!closing && System.nanoTime() - deadlineNs < 0) {
            if (socket.send(payload, 0, payload.length, 0)) {
                return SendOutcome.HANDED_OVER;
            }
        }
        return SendOutcome.REJECTED;
    }

    @Override
    public void close() {
        closing = true;
        if (turn.compareAndSet(FREE, CLOSED)) {
            closeSockets();
        }
    }

    /**
     * For a topic that ends with all its consumers: waits for a send that is under way, which ends within its look-up
     * interval, and closes in the owner's stead. What is queued has nobody to go to and is not waited for.
     */
    void closeFromOutside() {
        closing = true;
        long deadlineNs = System.nanoTime() + MAX_BLOCK.toNanos();
        while (turn.get() != CLOSED && System.nanoTime() - deadlineNs < 0) {
            if (turn.compareAndSet(FREE, CLOSED)) {
                sockets.forEach(socket -> socket.setLinger(0));
                closeSockets();
            } else {
                LockSupport.parkNanos(TURN_POLL_NS);
            }
        }
    }

    private void closeSockets() {
        topic.leave(this);
        sockets.forEach(ZMQ.Socket::close);
    }
}
