package org.busmark.rabbitmq;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls a task about every 50 ms on a thread of its own until it is closed. */
final class Ticker {
    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CLOSE_WAIT_MS = 10_000;

    private final Thread thread;
    private volatile boolean closed;

    /** @param task does not throw */
    Ticker(String name, Runnable task) {
        thread = new Thread(() -> run(task), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable task) {
        while (!closed) {
            LockSupport.parkNanos(this, PERIOD_NS);
            task.run();
        }
    }

    /** Waits until the task does not run any more, for 10 s at most. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
