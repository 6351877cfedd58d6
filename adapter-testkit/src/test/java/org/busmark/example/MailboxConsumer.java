package org.busmark.example;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;

/** One member of a group: a queue, and the thread that empties it into the listener. */
final class MailboxConsumer implements Consumer {
    /** How long a wait goes without looking whether the consumer was closed. */
    private static final long LOOK_UP_MS = 20;

    private final ConsumerSpec spec;
    private final MessageListener listener;
    private final List<MailboxConsumer> siblings;
    private final BlockingQueue<Delivery> letters;
    private final Thread thread;
    private volatile boolean closed;

    private MailboxConsumer(ConsumerSpec spec, int capacity, MessageListener listener, List<MailboxConsumer> siblings) {
        this.spec = spec;
        this.listener = listener;
        this.siblings = siblings;
        this.letters = new ArrayBlockingQueue<>(capacity);
        this.thread = new Thread(this::run, "mailbox-" + spec.group() + "-" + spec.member());
        thread.setDaemon(true);
    }

    static MailboxConsumer open(
            ConsumerSpec spec, int capacity, MessageListener listener, List<MailboxConsumer> siblings) {
        MailboxConsumer consumer = new MailboxConsumer(spec, capacity, listener, siblings);
        siblings.add(consumer);
        consumer.thread.start();
        return consumer;
    }

    /** Members take partitions in turn; one beyond their number gets none. */
    boolean owns(int partition) {
        return partition % spec.members() == spec.member();
    }

    /**
     * Called by producers. What reaches a closed consumer is lost, as is what its queue still held.
     *
     * @return false if the queue stayed full, or the thread was interrupted (it stays so)
     */
    boolean put(byte[] payload, int partition, long deadlineNs) {
        Delivery letter = new Delivery().of(payload, 0, payload.length, partition, false);
        try {
            while (!closed && !letters.offer(letter, LOOK_UP_MS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - deadlineNs > 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        try {
            while (!closed) {
                Delivery letter = letters.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
                if (letter != null && !closed) {
                    listener.onMessage(letter);
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but a JVM that ends.
            closed = true;
        }
    }

    /** When it returns no call of the listener is running and none will come. */
    @Override
    public void close() {
        closed = true;
        siblings.remove(this);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
