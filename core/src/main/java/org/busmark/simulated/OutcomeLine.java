package org.busmark.simulated;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.busmark.time.TimerSlack;

/**
 * Tells outcomes after a delay, in the order of the sends, on a thread of its own. Thread-safe; calls of the listener
 * never overlap.
 */
final class OutcomeLine implements AutoCloseable {
    private static final long CLOSE_MS = 30_000;
    private static final long SPIN_NS = 150_000;

    private record Pending(long token, long sequence, SendOutcome outcome, long dueNs) {}

    private final SendListener listener;
    private final Gate gate;
    private final Instants instants;
    private final Thread thread;
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private boolean closing;
    private boolean ended;
    private volatile boolean impatient;

    OutcomeLine(SendListener listener, Gate gate, Instants instants, String name) {
        this.listener = listener;
        this.gate = gate;
        this.instants = instants;
        this.thread = new Thread(this::tellUntilClosed, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Tells an outcome at this time, or at once when the line has ended. */
    void tell(long token, long sequence, SendOutcome outcome, long dueNs) {
        boolean first;
        synchronized (this) {
            if (ended) {
                listener.onOutcome(token, outcome);
                return;
            }
            first = queue.isEmpty();
            queue.add(new Pending(token, sequence, outcome, dueNs));
        }
        if (first) {
            LockSupport.unpark(thread);
        }
    }

    private void tellUntilClosed() {
        TimerSlack.minimise();
        Pending next = next();
        while (next != null) {
            awaitNs(gate.heldUntilNs(next.dueNs));
            instants.answered(next.sequence, System.nanoTime());
            listener.onOutcome(next.token, impatient ? SendOutcome.UNKNOWN : next.outcome);
            next = next();
        }
    }

    private void awaitNs(long dueNs) {
        long leftNs = dueNs - System.nanoTime();
        while (leftNs > 0 && !impatient) {
            if (leftNs > SPIN_NS) {
                LockSupport.parkNanos(this, leftNs - SPIN_NS);
            } else {
                Thread.onSpinWait();
            }
            leftNs = dueNs - System.nanoTime();
        }
    }

    private @org.jspecify.annotations.Nullable Pending next() {
        while (true) {
            synchronized (this) {
                Pending next = queue.poll();
                if (next != null) {
                    return next;
                }
                if (closing) {
                    ended = true;
                    return null;
                }
            }
            LockSupport.park(this);
        }
    }

    /** Waits for what is still due, for 30 s; what has not come then is told as unknown. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        LockSupport.unpark(thread);
        if (!joined()) {
            hurry();
        }
    }

    /** Tells what is still due as unknown, at once. */
    void hurry() {
        synchronized (this) {
            closing = true;
        }
        impatient = true;
        LockSupport.unpark(thread);
        if (!joined()) {
            throw new IllegalStateException("a listener of outcomes does not return");
        }
    }

    private boolean joined() {
        boolean interrupted = false;
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MS);
        while (thread.isAlive() && deadlineNs - System.nanoTime() > 0) {
            try {
                thread.join(CLOSE_MS);
            } catch (InterruptedException e) {
                // Whoever interrupts wants an end: what is due later is told now.
                interrupted = true;
                impatient = true;
                LockSupport.unpark(thread);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
