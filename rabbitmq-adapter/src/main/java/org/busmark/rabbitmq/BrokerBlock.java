package org.busmark.rabbitmq;

import com.rabbitmq.client.BlockedListener;

/**
 * Whether the broker asked this connection to publish nothing for now (memory or disk alarm): it has stopped reading, so
 * a publish would hang in the socket. Thread-safe; asking costs one volatile read.
 */
final class BrokerBlock implements BlockedListener {
    private volatile boolean blocked;

    @Override
    public synchronized void handleBlocked(String reason) {
        blocked = true;
    }

    @Override
    public synchronized void handleUnblocked() {
        blocked = false;
        notifyAll();
    }

    boolean isBlocked() {
        return blocked;
    }

    /** @return false if the broker did not lift it in time, or the thread was interrupted (it stays so) */
    synchronized boolean awaitLifted(long maxNs) {
        long startNs = System.nanoTime();
        try {
            while (blocked) {
                long leftNs = maxNs - (System.nanoTime() - startNs);
                if (leftNs <= 0) {
                    return false;
                }
                // wait(0) would wait for ever
                wait(Math.max(1, leftNs / 1_000_000));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
