package org.busmark.simulated;

import java.util.concurrent.locks.LockSupport;

/** Flushes what a producer that fell silent left in its buffers, once a millisecond, and ends writes that hang. */
final class RawTcpFlusher implements Runnable {
    private static final long JOIN_BOUND_MS = 10_000;

    private final RawTcpProducer producer;
    private final Thread thread;

    RawTcpFlusher(RawTcpProducer producer, int number) {
        this.producer = producer;
        this.thread = new Thread(this, "tcp-flusher-" + number);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (!producer.isClosing()) {
            LockSupport.parkNanos(RawTcpConnection.FLUSH_INTERVAL_NS);
            producer.flushGathered();
            producer.watch();
        }
    }

    /** Waits until it has ended. */
    void end() {
        LockSupport.unpark(thread);
        RawTcpReader.join(thread, JOIN_BOUND_MS);
    }
}
