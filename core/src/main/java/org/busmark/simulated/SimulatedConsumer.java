package org.busmark.simulated;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;
import org.busmark.time.TimerSlack;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages over at their due times, on a thread of its own that parks until shortly before and then spins. At
 * most {@value #CAPACITY} wait; a sender that finds no place blocks. Buffers are used again, so nothing is allocated once
 * the queue has been as long as it gets.
 */
final class SimulatedConsumer implements Consumer {
    private static final int CAPACITY = 1 << 16;
    private static final long MAX_BLOCK_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long CLOSE_MS = 10_000;
    private static final long SPIN_NS = 150_000;

    private final SimulatedTopic topic;
    private final ConsumerSpec spec;
    private final MessageListener listener;
    private final DisturbanceListener disturbances;
    private final Script script;
    private final Gate gate;
    private final Tally tally;
    private final Thread thread;
    private final Delivery delivery = new Delivery();
    private final Overtaking overtaking;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final PriorityQueue<Held> queue = new PriorityQueue<>(Held.BY_DUE);
    private final ArrayDeque<Held> free = new ArrayDeque<>();
    private final long[] lastDueNs;
    private final boolean[] used;
    private long arrivals;
    private volatile boolean closed;

    private long freeAtNs;
    private boolean served;

    SimulatedConsumer(
            SimulatedTopic topic,
            ConsumerSpec spec,
            MessageListener listener,
            DisturbanceListener disturbances,
            Script script,
            Gate gate,
            Tally tally) {
        this.topic = topic;
        this.spec = spec;
        this.listener = listener;
        this.disturbances = disturbances;
        this.script = script;
        this.gate = gate;
        this.tally = tally;
        int partitions = spec.topic().partitions();
        this.overtaking = new Overtaking(partitions);
        this.lastDueNs = new long[partitions];
        this.used = new boolean[partitions];
        this.thread = new Thread(this::deliverUntilClosed, "busmark-simulated-" + spec.group() + "-" + spec.member());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Members take partitions in turn; one beyond their number gets none. */
    boolean owns(int partition) {
        return partition % spec.members() == spec.member();
    }

    /** Queues a probe, which is due at once and meets no fate. */
    void offerProbe(byte[] payload, int partition) {
        lock.lock();
        try {
            if (awaitRoom()) {
                Held held = take(payload, partition);
                held.probe = true;
                held.instants = null;
                held.dueNs = System.nanoTime();
                add(held);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Queues a message, and its repetition if that is its fate. */
    void offer(byte[] payload, int partition, int producer, long sequence, Fate fate, long sentNs, Instants instants) {
        lock.lock();
        try {
            if (!awaitRoom()) {
                return;
            }
            long dueNs = dueNs(partition, sentNs + script.delayNs(producer, sequence), fate);
            boolean twice = fate == Fate.REPEATED_FLAGGED || fate == Fate.REPEATED_UNFLAGGED;
            for (int time = 0; time < (twice ? 2 : 1); time++) {
                Held held = take(payload, partition);
                held.probe = false;
                held.producer = producer;
                held.sequence = sequence;
                held.fate = fate;
                held.repeated = time > 0;
                held.instants = instants;
                held.dueNs = dueNs;
                if (fate == Fate.CORRUPTED) {
                    held.flip(script.flippedBit(producer, sequence, payload.length));
                }
                add(held);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitRoom() {
        long leftNs = MAX_BLOCK_NS;
        while (queue.size() >= CAPACITY && !closed && leftNs > 0) {
            try {
                leftNs = room.awaitNanos(leftNs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !closed && leftNs > 0;
    }

    /** A message waits for those before it in its partition, unless the script says that others overtake it. */
    private long dueNs(int partition, long scriptedNs, Fate fate) {
        long dueNs = scriptedNs;
        if (used[partition] && lastDueNs[partition] - dueNs > 0) {
            dueNs = lastDueNs[partition];
            tally.count(Count.HELD_BY_ORDER);
        }
        if (fate == Fate.OVERTAKEN_WITHIN) {
            return dueNs + script.heldBackNs();
        }
        if (fate == Fate.OVERTAKEN_ACROSS) {
            dueNs += script.heldBackNs();
        }
        used[partition] = true;
        lastDueNs[partition] = dueNs;
        return dueNs;
    }

    private Held take(byte[] payload, int partition) {
        Held held = free.poll();
        if (held == null) {
            held = new Held();
        }
        held.copy(payload);
        held.partition = partition;
        held.arrival = arrivals++;
        return held;
    }

    private void add(Held held) {
        queue.add(held);
        if (queue.peek() == held) {
            LockSupport.unpark(thread);
        }
    }

    private void deliverUntilClosed() {
        TimerSlack.minimise();
        try {
            while (!closed) {
                Held held = takeDue();
                if (held != null) {
                    deliver(held);
                    giveBack(held);
                }
            }
        } catch (RuntimeException e) {
            disturbances.onDisturbance(Disturbance.FAILURE, "a consumer's listener threw " + e);
        }
    }

    /** The next message if its time has come; null after having waited for a part of that time. */
    private @Nullable Held takeDue() {
        long leftNs;
        lock.lock();
        try {
            Held head = queue.peek();
            if (head == null) {
                leftNs = Long.MAX_VALUE;
            } else {
                leftNs = actualDueNs(head) - System.nanoTime();
                if (leftNs <= 0) {
                    room.signal();
                    return queue.poll();
                }
            }
        } finally {
            lock.unlock();
        }
        if (leftNs == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else if (leftNs > SPIN_NS) {
            LockSupport.parkNanos(this, leftNs - SPIN_NS);
        } else {
            Thread.onSpinWait();
        }
        return null;
    }

    /** Not while everything stands still, nor while this consumer is busy with the message before. */
    private long actualDueNs(Held held) {
        if (held.probe) {
            return held.dueNs;
        }
        boolean busy = served && freeAtNs - held.dueNs > 0;
        return gate.heldUntilNs(busy ? freeAtNs : held.dueNs);
    }

    private void deliver(Held held) {
        boolean flagged = held.repeated && held.fate == Fate.REPEATED_FLAGGED;
        if (!held.probe) {
            long dueNs = actualDueNs(held);
            if (script.serviceNs() > 0) {
                served = true;
                freeAtNs = dueNs + script.serviceNs();
            }
            note(held);
            long nowNs = System.nanoTime();
            tally.delivered(nowNs - dueNs);
            if (held.instants != null) {
                held.instants.delivered(held.sequence, nowNs);
            }
        }
        listener.onMessage(delivery.of(held.bytes, 0, held.length, held.partition, flagged));
    }

    private void note(Held held) {
        if (held.repeated) {
            tally.count(held.fate == Fate.REPEATED_FLAGGED ? Count.REPEATED_FLAGGED : Count.REPEATED_UNFLAGGED);
        } else if (held.fate == Fate.CORRUPTED) {
            // What cannot be read has no place in an order.
            tally.count(Count.CORRUPTED);
        } else {
            Count broken = overtaking.handedOver(held.producer, held.partition, held.sequence);
            if (broken != null) {
                tally.count(broken);
            }
        }
    }

    private void giveBack(Held held) {
        lock.lock();
        try {
            free.add(held);
        } finally {
            lock.unlock();
        }
    }

    /** What is still queued is gone. */
    @Override
    public void close() {
        topic.remove(this);
        closed = true;
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
        LockSupport.unpark(thread);
        join();
    }

    private void join() {
        boolean interrupted = false;
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        while (thread.isAlive() && deadlineNs - System.nanoTime() > 0) {
            try {
                thread.join(CLOSE_MS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
