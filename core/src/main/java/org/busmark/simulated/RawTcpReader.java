package org.busmark.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * The receiving end of one connection with a thread of its own: a blocking read takes what is there, and every whole
 * message of it is handed out in one go. Allocates only for a message larger than any before.
 */
final class RawTcpReader implements Runnable {
    private static final int BUFFER_BYTES = 256 << 10;

    private final RawTcpConsumer consumer;
    private final int partition;
    private final SocketChannel channel;
    private final Thread thread;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    RawTcpReader(RawTcpConsumer consumer, int partition, SocketChannel channel) {
        this.consumer = consumer;
        this.partition = partition;
        this.channel = channel;
        this.thread = new Thread(this, "tcp-reader-" + partition);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try (channel) {
            while (channel.read(buffer) >= 0) {
                if (!consumer.deliver(this)) {
                    return;
                }
                makeRoom();
            }
        } catch (IOException closed) {
            // By either end: that is how a connection ends.
        } finally {
            consumer.leave(this);
        }
    }

    /** Hands out the whole messages of the buffer; called while the consumer is locked. */
    void handOut() {
        byte[] bytes = buffer.array();
        int end = buffer.position();
        int at = 0;
        while (end - at >= RawTcpConnection.LENGTH_BYTES) {
            int length = buffer.getInt(at);
            int next = at + RawTcpConnection.LENGTH_BYTES + length;
            if (next > end) {
                break;
            }
            consumer.onMessage(bytes, at + RawTcpConnection.LENGTH_BYTES, length, partition);
            at = next;
        }
        buffer.limit(end).position(at);
        buffer.compact();
    }

    /** A message that does not fit grows the buffer to its size. */
    private void makeRoom() {
        if (buffer.position() >= RawTcpConnection.LENGTH_BYTES) {
            int needed = RawTcpConnection.LENGTH_BYTES + buffer.getInt(0);
            if (needed > buffer.capacity()) {
                buffer = ByteBuffer.allocate(needed).put(buffer.flip());
            }
        }
    }

    void beginClose() {
        RawTcpConnection.closeQuietly(channel);
    }

    /** Returns whether the thread ended within the bound. */
    boolean awaitEnd(long boundMs) {
        return join(thread, boundMs);
    }

    /** An interrupt does not cut it short: closing half would leak. It is kept for the caller. */
    static boolean join(Thread thread, long boundMs) {
        if (thread == Thread.currentThread()) {
            return true;
        }
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(boundMs);
        boolean interrupted = false;
        while (thread.isAlive() && System.nanoTime() - deadlineNs < 0) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
