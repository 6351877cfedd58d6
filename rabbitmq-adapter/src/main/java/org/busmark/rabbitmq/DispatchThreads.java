package org.busmark.rabbitmq;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the client calls back: one for each open consumer, at most two for each processor (the client's
 * own number). Fewer consumers than threads would only move each from one cold cache to the next.
 */
final class DispatchThreads {
    private static final int MOST = 2 * Runtime.getRuntime().availableProcessors();

    private final ThreadPoolExecutor pool;
    private int consumers;

    DispatchThreads(String name) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(1, MOST, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    ThreadPoolExecutor pool() {
        return pool;
    }

    synchronized void consumerOpened() {
        consumers++;
        pool.setCorePoolSize(Math.min(MOST, consumers));
    }

    synchronized void consumerClosed() {
        consumers--;
        pool.setCorePoolSize(Math.max(1, Math.min(MOST, consumers)));
    }

    /** Runs what is queued, and waits 10 s at most. */
    void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
