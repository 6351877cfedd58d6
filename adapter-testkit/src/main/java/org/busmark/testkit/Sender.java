package org.busmark.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.BusException;
import org.busmark.bus.Producer;
import org.jspecify.annotations.Nullable;

/** A thread with a producer of its own, which sends until it is told to stop or has sent enough. */
final class Sender {
    /** A send that blocks, a close that waits, and some time for a loaded machine. */
    private static final Duration END_BOUND = Producer.MAX_BLOCK.multipliedBy(2).plusSeconds(15);

    private static final int BURST = 20;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Thread thread;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicReference<@Nullable Outbox> outbox = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Sender(Exchange exchange, int count) {
        thread = new Thread(() -> run(exchange, count), "contract-sender");
        thread.setDaemon(true);
    }

    /** Returns when the producer is open. */
    static Sender start(Exchange exchange, int count) throws InterruptedException {
        Sender sender = new Sender(exchange, count);
        sender.thread.start();
        sender.opened.await();
        return sender;
    }

    private void run(Exchange exchange, int count) {
        try (Outbox open = exchange.produce()) {
            outbox.set(open);
            opened.countDown();
            while (!stop.get() && open.messages() < count) {
                if (open.messages() % BURST == 0 || open.outstanding() >= Exchange.MAX_IN_FLIGHT) {
                    LockSupport.parkNanos(PAUSE_NS);
                }
                if (open.outstanding() < Exchange.MAX_IN_FLIGHT) {
                    open.sendRound(1);
                }
            }
        } catch (BusException | RuntimeException | Error e) {
            failure.set(e);
        } finally {
            opened.countDown();
        }
    }

    /** Its producer; fails if it could not be opened. */
    Outbox outbox() {
        Outbox open = outbox.get();
        if (open == null) {
            throw new AssertionError("the producer could not be opened", failure.get());
        }
        return open;
    }

    void stop() {
        stop.set(true);
    }

    /** Waits until it has sent everything, or what it was in when it was stopped, and has closed its producer. */
    void awaitEnd() {
        Await.end(thread, END_BOUND);
        if (failure.get() != null) {
            throw new AssertionError("the sender failed", failure.get());
        }
    }
}
