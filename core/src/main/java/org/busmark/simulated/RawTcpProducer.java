package org.busmark.simulated;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.Producer;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Copies each message to the connections of its partition. Sender and flusher take turns: a turn is one
 * compare-and-set, which costs a few ns when nobody else wants it.
 */
final class RawTcpProducer implements Producer {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CLOSED = 2;

    private static final int SPINS = 100;
    private static final long PARK_NS = 20_000;

    private final RawTcpTopic topic;
    private final SendListener outcomes;
    private final RawTcpFlusher flusher;
    private final AtomicInteger turn = new AtomicInteger(FREE);
    private volatile RawTcpConnection[][] byPartition;
    private volatile boolean closing;
    private int next;

    RawTcpProducer(RawTcpTopic topic, int number, SendListener outcomes) {
        this.topic = topic;
        this.outcomes = outcomes;
        this.byPartition = new RawTcpConnection[topic.partitions()][0];
        this.next = number;
        this.flusher = new RawTcpFlusher(this, number);
    }

    void start() {
        flusher.start();
    }

    /** Called while the topic is locked. */
    void add(int partition, RawTcpConnection connection) {
        RawTcpConnection[][] changed = byPartition.clone();
        changed[partition] = Arrays.copyOf(changed[partition], changed[partition].length + 1);
        changed[partition][changed[partition].length - 1] = connection;
        byPartition = changed;
    }

    /** Called while the topic is locked. */
    void remove(RawTcpConnection connection) {
        RawTcpConnection[][] changed = byPartition.clone();
        for (int partition = 0; partition < changed.length; partition++) {
            changed[partition] = Arrays.stream(changed[partition])
                    .filter(other -> other != connection)
                    .toArray(RawTcpConnection[]::new);
        }
        byPartition = changed;
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        outcomes.onOutcome(token, handOver(payload, key, partition));
    }

    private SendOutcome handOver(byte[] payload, byte @Nullable [] key, int partition) {
        int chosen = partition == ANY_PARTITION ? choose(key) : partition;
        if (chosen < 0 || chosen >= topic.partitions() || payload.length > RawTcpConnection.MAX_MESSAGE_BYTES) {
            return SendOutcome.REJECTED;
        }
        if (closing || !takeTurn(TAKEN)) {
            return SendOutcome.REJECTED;
        }
        try {
            boolean allTook = true;
            long nowNs = System.nanoTime();
            for (RawTcpConnection connection : byPartition[chosen]) {
                allTook &= connection.send(payload, nowNs);
            }
            return allTook ? SendOutcome.HANDED_OVER : SendOutcome.UNKNOWN;
        } finally {
            turn.setRelease(FREE);
        }
    }

    private int choose(byte @Nullable [] key) {
        return Math.floorMod(key == null ? next++ : Arrays.hashCode(key), topic.partitions());
    }

    private boolean takeTurn(int state) {
        return turn.compareAndSet(FREE, state) || awaitTurn(state);
    }

    /** Returns false when the producer is closed, or the turn did not come within 30 s. */
    private boolean awaitTurn(int state) {
        long sinceNs = System.nanoTime();
        for (int waits = 0; turn.get() != CLOSED; waits++) {
            if (waits < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NS);
                if (System.nanoTime() - sinceNs > MAX_BLOCK.toNanos()) {
                    return false;
                }
            }
            if (turn.compareAndSet(FREE, state)) {
                return true;
            }
        }
        return false;
    }

    /** For the flusher: writes what nobody else has written; does nothing while the sender has the turn. */
    void flushGathered() {
        if (!turn.compareAndSet(FREE, TAKEN)) {
            return;
        }
        try {
            flushAll();
        } finally {
            turn.setRelease(FREE);
        }
    }

    private void flushAll() {
        for (RawTcpConnection[] connections : byPartition) {
            for (RawTcpConnection connection : connections) {
                if (connection.hasGathered()) {
                    connection.flush(System.nanoTime());
                }
            }
        }
    }

    /** For the flusher. */
    void watch() {
        long nowNs = System.nanoTime();
        for (RawTcpConnection[] connections : byPartition) {
            for (RawTcpConnection connection : connections) {
                connection.watch(nowNs);
            }
        }
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        if (takeTurn(CLOSED)) {
            flushAll();
        }
        end();
    }

    /** From any thread: ends a send that is under way; what is not written is lost. */
    void closeFromOutside() {
        closing = true;
        closeConnections();
        if (takeTurn(CLOSED)) {
            end();
        }
    }

    private void end() {
        closing = true;
        flusher.end();
        topic.leave(this);
        closeConnections();
    }

    private void closeConnections() {
        for (RawTcpConnection[] connections : byPartition) {
            for (RawTcpConnection connection : connections) {
                connection.close();
            }
        }
    }
}
