package org.busmark.rabbitmq;

import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Acknowledges what a consumer's listener has returned from: one multiple acknowledgement every so many deliveries, and
 * one for the tail when nothing more comes.
 *
 * <p>Threading: {@link #listened} by the delivering thread, an ordered store and no lock for most deliveries; {@link
 * #whenIdle} by a ticking thread; {@link #rest} by the closing thread.
 */
final class Acknowledgement {
    /** Tells the broker that all deliveries up to a tag are done with. */
    @FunctionalInterface
    interface Sender {
        void acknowledgeUpTo(long tag) throws IOException;
    }

    private final Sender sender;
    private final long every;
    private final AtomicLong listened = new AtomicLong();
    private volatile long acknowledged;
    private long listenedAtLastTick;

    /** @param every deliveries that one acknowledgement covers, from 1 */
    Acknowledgement(long every, Sender sender) {
        this.every = every;
        this.sender = sender;
    }

    /** For a channel whose broker counts a message as read when it has sent it. */
    static Acknowledgement none() {
        return new Acknowledgement(Long.MAX_VALUE, tag -> {});
    }

    /** @param tag of the delivery whose listener call has returned; the tags of a channel count from 1 */
    void listened(long tag) {
        listened.setRelease(tag);
        if (tag - acknowledged >= every) {
            rest();
        }
    }

    /** Acknowledges the tail if nothing was listened to since the last call. */
    void whenIdle() {
        long tag = listened.getAcquire();
        if (tag == listenedAtLastTick && tag > acknowledged) {
            rest();
        }
        listenedAtLastTick = tag;
    }

    /**
     * Acknowledges all that was listened to. Locked, since a tag that is sent after a higher one is a protocol error that
     * ends the channel.
     */
    synchronized void rest() {
        long tag = listened.getAcquire();
        if (tag <= acknowledged) {
            return;
        }
        acknowledged = tag;
        try {
            sender.acknowledgeUpTo(tag);
        } catch (IOException | ShutdownSignalException e) {
            // the channel is gone and its shutdown is reported; the broker will deliver these again, flagged
            return;
        }
    }
}
