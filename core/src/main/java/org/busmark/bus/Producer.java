package org.busmark.bus;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages to one topic. Confined to the thread that opened it: {@link #send} and {@link #close} MUST be called
 * from that thread (a ZeroMQ socket needs it).
 */
public interface Producer extends AutoCloseable {
    /** Lets the adapter choose the partition: by the key if there is one, else as its client usually does. */
    int ANY_PARTITION = -1;

    /** How long {@link #send} may block, and how long {@link #close} may wait for outcomes: 30 s each. */
    Duration MAX_BLOCK = Duration.ofSeconds(30);

    /**
     * Sends one message. Asynchronous: the outcome goes to the {@link SendListener} when the guarantee is met.
     *
     * <p>The call MAY block while the client's own buffers or windows are full, for {@link #MAX_BLOCK} at most; after
     * that the outcome MUST be {@link SendOutcome#REJECTED}, or {@link SendOutcome#UNKNOWN} when the message may have
     * left. It MUST NOT throw for what happens to a message; a refusal is an outcome.
     *
     * @param payload the whole array is the message; it belongs to the caller again when the call returns, so an
     *     adapter whose client keeps the array copies it
     * @param key bytes that select the partition and travel with the message where the system has keys; null for none.
     *     Owned like the payload
     * @param partition 0 to partitions - 1, or {@link #ANY_PARTITION}
     * @param token handed back with the outcome; adapters do not interpret it
     */
    void send(byte[] payload, byte @Nullable [] key, int partition, long token);

    /**
     * Sends what is buffered, waits for outstanding outcomes for {@link #MAX_BLOCK} at most, reports those that did not
     * come as {@link SendOutcome#UNKNOWN}, and frees threads and sockets. A second call does nothing.
     */
    @Override
    void close();
}
