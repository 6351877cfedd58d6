package org.busmark.rabbitmq;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What one channel has published and the broker has not confirmed: a ring of tokens indexed by the channel's publish
 * sequence number, which begins at 1. Gives each token its outcome exactly once, one call at a time.
 *
 * <p>The window spans from the oldest publish without outcome to the newest, so the ring never grows, whatever the order
 * in which confirms arrive.
 *
 * <p>Threading: {@link #reserve} and the waits belong to the sender's thread; everything else is called from any thread.
 * The sender takes no lock and allocates nothing; a confirm takes one lock, however many publishes it covers.
 */
final class ConfirmWindow {
    private final int size;
    private final int mask;
    private final long[] tokens;
    private final long[] prints;
    private final boolean[] open;
    private final SendListener outcomes;

    /** The newest sequence number whose slot is written. */
    private final AtomicLong newest = new AtomicLong();
    /** The oldest sequence number without outcome; newest + 1 when there is none. */
    private final AtomicLong oldest = new AtomicLong(1);
    /** Where the search for the next returned message begins: returns come in the order of the publishes. */
    private long returnsFrom = 1;

    private long next = 1;
    private volatile @Nullable Thread waiting;

    /** @param size how many publishes the window spans at most */
    ConfirmWindow(int size, SendListener outcomes) {
        if (size < 1) {
            throw new IllegalArgumentException("size is less than 1: " + size);
        }
        int capacity = Integer.highestOneBit(size * 2 - 1);
        this.size = size;
        this.mask = capacity - 1;
        this.tokens = new long[capacity];
        this.prints = new long[capacity];
        this.open = new boolean[capacity];
        this.outcomes = outcomes;
    }

    /** Whether {@link #reserve} may be called now. */
    boolean hasRoom() {
        return next - oldest.get() < size;
    }

    /**
     * Waits until there is room.
     *
     * @return false if there was none in time, or the thread was interrupted (it stays so)
     */
    boolean awaitRoom(long maxNs) {
        return awaitOldest(next - size + 1, maxNs);
    }

    /** Waits until every publish has its outcome; see {@link #awaitRoom}. */
    boolean awaitEmpty(long maxNs) {
        return awaitOldest(next, maxNs);
    }

    /**
     * Notes a publish before it is made, since its confirm may come before the publishing call returns. MUST be called
     * once for each publish of the channel, with room.
     *
     * @param print tells the message from others when the broker returns it
     * @return the publish sequence number
     */
    long reserve(long token, long print) {
        long sequence = next;
        int slot = (int) sequence & mask;
        tokens[slot] = token;
        prints[slot] = print;
        open[slot] = true;
        newest.setRelease(sequence);
        next = sequence + 1;
        return sequence;
    }

    /** The broker's word on one publish, or with {@code multiple} on all up to it. */
    synchronized void confirmed(long sequence, boolean multiple, SendOutcome outcome) {
        long last = Math.min(sequence, newest.getAcquire());
        long first = multiple ? oldest.get() : Math.max(sequence, oldest.get());
        for (long s = first; s <= last; s++) {
            resolve(s, outcome);
        }
        advance();
    }

    /** The broker could not route a message: the oldest of that print is rejected, and its confirm to come says nothing. */
    synchronized void returned(long print) {
        long last = newest.getAcquire();
        for (long s = Math.max(returnsFrom, oldest.get()); s <= last; s++) {
            int slot = (int) s & mask;
            if (open[slot] && prints[slot] == print) {
                resolve(s, SendOutcome.REJECTED);
                returnsFrom = s + 1;
                break;
            }
        }
        advance();
    }

    /** One publish failed on the client. Does nothing if it has its outcome. */
    synchronized void failed(long sequence, SendOutcome outcome) {
        if (sequence >= oldest.get()) {
            resolve(sequence, outcome);
            advance();
        }
    }

    /** A send that was never published. */
    synchronized void refused(long token, SendOutcome outcome) {
        outcomes.onOutcome(token, outcome);
    }

    /** No confirm will come any more: what has no outcome is unknown. */
    void abandon() {
        confirmed(Long.MAX_VALUE, true, SendOutcome.UNKNOWN);
    }

    private void resolve(long sequence, SendOutcome outcome) {
        int slot = (int) sequence & mask;
        if (open[slot]) {
            open[slot] = false;
            outcomes.onOutcome(tokens[slot], outcome);
        }
    }

    private void advance() {
        long last = newest.getAcquire();
        long at = oldest.get();
        while (at <= last && !open[(int) at & mask]) {
            at++;
        }
        oldest.set(at);
        LockSupport.unpark(waiting);
    }

    private boolean awaitOldest(long wanted, long maxNs) {
        long startNs = System.nanoTime();
        waiting = Thread.currentThread();
        try {
            while (oldest.get() < wanted) {
                long leftNs = maxNs - (System.nanoTime() - startNs);
                if (leftNs <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(this, leftNs);
            }
            return true;
        } finally {
            waiting = null;
        }
    }
}
