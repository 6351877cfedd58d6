package org.busmark.zeromq;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bounded waiting that an interrupt does not cut short: closing half would leak. The interrupt is kept for the caller. */
final class Uninterruptibly {
    private Uninterruptibly() {}

    /** A wait that ends early when it is interrupted. */
    private interface Wait {
        boolean forNanos(long nanos) throws InterruptedException;
    }

    static boolean await(CountDownLatch latch, long boundNs) {
        return wait(nanos -> latch.await(nanos, TimeUnit.NANOSECONDS), boundNs);
    }

    /** Whether the thread has ended. */
    static boolean join(Thread thread, long boundNs) {
        return wait(
                nanos -> {
                    TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
                    return !thread.isAlive();
                },
                boundNs);
    }

    private static boolean wait(Wait wait, long boundNs) {
        long deadlineNs = System.nanoTime() + boundNs;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.forNanos(deadlineNs - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
