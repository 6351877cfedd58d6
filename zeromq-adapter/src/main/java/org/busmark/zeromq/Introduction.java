package org.busmark.zeromq;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQ;

/**
 * A producer's endpoints on their way to a consumer: the consumer's thread connects to them, the producer's waits until it
 * has. A connection counts when the peer has greeted. JeroMQ 0.6.0 leaves some of a hundred fresh connections mute for
 * ever (zeromq/jeromq pull request 1022); such a one is given up and made anew, before anything is sent over it.
 */
final class Introduction {
    /** On loopback a greeting takes milliseconds. */
    private static final long GREETING_MS = 250;

    /**
     * Until the producer's side has noticed that a connection was given up: what it sends before goes there and is lost. It
     * takes less than 5 ms on an idle machine.
     */
    private static final long GIVING_UP_MS = 100;

    private static final long LOOK_UP_MS = 5;

    private static final int MOST_ATTEMPTS = 20;

    private final List<String> endpoints;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean withdrawn;

    Introduction(List<String> endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Connects a socket that {@link #greetings} listens to; on the consumer's thread.
     *
     * @throws IllegalStateException if the producer is there and does not greet
     */
    void connect(ZMQ.Socket socket, Semaphore greetings, int partition) {
        String endpoint = endpoints.get(partition);
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !withdrawn; attempt++) {
            greetings.drainPermits();
            socket.connect(endpoint);
            if (isGreeted(greetings)) {
                return;
            }
            socket.disconnect(endpoint);
            giveUp(socket);
        }
        if (!withdrawn) {
            throw new IllegalStateException(
                    "no greeting from " + endpoint + " in " + MOST_ATTEMPTS + " attempts of " + GREETING_MS + " ms");
        }
    }

    /** A socket closes a connection in the course of its own thread's calls only. */
    private void giveUp(ZMQ.Socket socket) {
        for (long waitedMs = 0; waitedMs < GIVING_UP_MS && !withdrawn; waitedMs += LOOK_UP_MS) {
            socket.getEvents();
            Uninterruptibly.await(over, TimeUnit.MILLISECONDS.toNanos(LOOK_UP_MS));
        }
    }

    /** Counts the greetings that a socket's connections get. */
    static Semaphore greetings(ZMQ.Socket socket) {
        Semaphore greetings = new Semaphore(0);
        socket.setEventHook(event -> greetings.release(), ZMQ.EVENT_HANDSHAKE_PROTOCOL);
        return greetings;
    }

    /** Ends the attempts: the producer has closed, and its ports may be another's by now; or the consumer has. */
    void withdraw() {
        withdrawn = true;
        over.countDown();
    }

    /** The consumer has done what it could. */
    void end() {
        over.countDown();
    }

    /** Waits for {@link #end}; for as long as all attempts take, at most. */
    void await() {
        Uninterruptibly.await(over, TimeUnit.MILLISECONDS.toNanos(MOST_ATTEMPTS * (GREETING_MS + GIVING_UP_MS)));
    }

    private static boolean isGreeted(Semaphore greetings) {
        try {
            return greetings.tryAcquire(GREETING_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // the thread is to end: nothing is tried again
        }
    }
}
