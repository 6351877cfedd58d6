package org.busmark.kafka;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that each send of one producer gets exactly one outcome, that no two calls of the listener overlap, and
 * that no callback object is made while a used one is free.
 *
 * <p>Two threads meet here. The <em>sender</em> takes a callback for each send; the client's <em>I/O thread</em> completes
 * it and returns it. Free callbacks form a linked list in which the sender takes at the front and the I/O thread returns
 * at the end; one always stays in it, so that the two never touch the same link and need no lock.
 *
 * <p>A send that the client refuses at once is known on the sender's thread, where a call of the listener could overlap
 * one on the I/O thread. Such refusals are rare and wait in a queue: the sender reports them itself if nothing is
 * outstanding, else the I/O thread does after its next outcome. The sender adds to the queue and then reads {@code
 * completed}, the I/O thread writes {@code completed} and then reads the queue; all four are volatile, so that one of them
 * at least sees the other, and {@link #reportRefusals} is safe for both.
 *
 * <p>Cost of an outcome: one volatile write, no allocation. Memory: a callback (32 bytes) for each send that was ever
 * outstanding at the same time.
 */
final class SendOutcomes {
    private final SendListener listener;
    private final SendOutcome success;
    private final Thread sender = Thread.currentThread();
    private final Queue<Long> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicLong completed = new AtomicLong();
    private final Queue<SendCallback> made = new ConcurrentLinkedQueue<>();
    private volatile boolean clientEnded;

    // The sender's.
    private SendCallback first;
    private long handedOver;
    private boolean refusedAtOnce;

    // The I/O thread's.
    private SendCallback last;
    private long completions;

    /**
     * To be made on the thread that sends.
     *
     * @param success the outcome of a send that went well
     */
    SendOutcomes(SendListener listener, SendOutcome success) {
        this.listener = listener;
        this.success = success;
        first = newCallback();
        last = first;
    }

    /** A callback for one send. Sender only. */
    SendCallback take(long token) {
        SendCallback following = first.next();
        SendCallback taken;
        if (following == null) {
            taken = newCallback();
        } else {
            taken = first;
            first = following;
        }
        taken.token = token;
        taken.pending = true;
        refusedAtOnce = false;
        handedOver++;
        return taken;
    }

    /** Whether the client refused the send for which a callback was taken last, before {@code send} returned. */
    boolean refusedAtOnce() {
        return refusedAtOnce;
    }

    /** The client certainly did not take this send, and will not complete it. Sender only. */
    void refuse(SendCallback callback) {
        handedOver--;
        callback.pending = false;
        callback.link(first);
        first = callback;
        refuse(callback.token);
    }

    /** A send that was not even offered to the client. Sender only. */
    void refuse(long token) {
        refusals.add(token);
        if (clientEnded || completed.get() == handedOver) {
            reportRefusals();
        }
    }

    /** From the client: on its I/O thread, or on the sender's for what it refuses within {@code send}. */
    void completed(SendCallback callback, @Nullable Exception exception) {
        if (Thread.currentThread() == sender) {
            refusedAtOnce = true;
            return;
        }
        callback.pending = false;
        listener.onOutcome(callback.token, exception == null ? success : SendFailures.outcomeOf(exception));
        callback.link(null);
        last.link(callback);
        last = callback;
        completed.set(++completions);
        if (refusals.peek() != null) {
            reportRefusals();
        }
    }

    /**
     * Reports what has no outcome yet as unknown, and from now on refusals at once. Any thread, but only after the
     * client's I/O thread has ended: then a send that is still under way on the sender's thread fails, and comes here too.
     */
    synchronized void clientEnded() {
        clientEnded = true;
        for (SendCallback callback : made) {
            if (callback.claim()) {
                listener.onOutcome(callback.token, SendOutcome.UNKNOWN);
            }
        }
        reportRefusals();
    }

    private synchronized void reportRefusals() {
        for (Long token = refusals.poll(); token != null; token = refusals.poll()) {
            listener.onOutcome(token, SendOutcome.REJECTED);
        }
    }

    /** How many callbacks were ever made: the most sends that were outstanding at once, and one. */
    int callbacksMade() {
        return made.size();
    }

    private SendCallback newCallback() {
        SendCallback callback = new SendCallback(this);
        made.add(callback);
        return callback;
    }
}
