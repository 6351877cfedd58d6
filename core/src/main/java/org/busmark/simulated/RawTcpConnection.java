package org.busmark.simulated;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The sending end: frames are gathered in a buffer and written together. Confined to whoever has the producer's turn,
 * except where it says otherwise.
 *
 * <p>Flush policy: a message that comes {@value #FLUSH_AFTER_NS} ns or more after the last write is written at once;
 * else when {@value #BUFFER_BYTES} bytes have gathered; else within about {@value #FLUSH_INTERVAL_NS} ns by the
 * producer's flusher. So a moderate rate pays no delay, and a flood pays one system call for hundreds of messages.
 */
final class RawTcpConnection {
    /** Far above every workload. */
    static final int MAX_MESSAGE_BYTES = 64 << 20;

    /** Of the length before each message. */
    static final int LENGTH_BYTES = Integer.BYTES;

    static final int BUFFER_BYTES = 64 << 10;
    static final long FLUSH_AFTER_NS = 50_000;
    static final long FLUSH_INTERVAL_NS = 1_000_000;

    /** What the report says. */
    static final Map<String, String> SETTINGS = settings();

    private static final long MAX_BLOCK_NS = org.busmark.bus.Producer.MAX_BLOCK.toNanos();

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long writtenNs;
    private volatile long blockedSinceNs;
    private volatile boolean writing;
    private boolean broken;

    RawTcpConnection(SocketChannel channel) {
        this.channel = channel;
        this.writtenNs = System.nanoTime() - FLUSH_AFTER_NS;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("TCP_NODELAY", "true");
        settings.put("buffer.bytes", String.valueOf(BUFFER_BYTES));
        settings.put("flush.at.once.after.us", String.valueOf(TimeUnit.NANOSECONDS.toMicros(FLUSH_AFTER_NS)));
        settings.put("flush.interval.us", String.valueOf(TimeUnit.NANOSECONDS.toMicros(FLUSH_INTERVAL_NS)));
        return Collections.unmodifiableMap(settings);
    }

    /** Returns false when the other end is gone or did not read for 30 s: the message may have left. */
    boolean send(byte[] payload, long nowNs) {
        if (buffer.remaining() < LENGTH_BYTES + payload.length) {
            flush(nowNs);
        }
        if (buffer.remaining() < LENGTH_BYTES + payload.length) {
            inPieces(payload, nowNs);
        } else {
            buffer.putInt(payload.length).put(payload);
        }
        if (nowNs - writtenNs >= FLUSH_AFTER_NS) {
            flush(nowNs);
        }
        return !broken;
    }

    private void inPieces(byte[] payload, long nowNs) {
        buffer.putInt(payload.length);
        for (int sent = 0; sent < payload.length && !broken; ) {
            int piece = Math.min(payload.length - sent, buffer.remaining());
            buffer.put(payload, sent, piece);
            sent += piece;
            if (!buffer.hasRemaining()) {
                flush(nowNs);
            }
        }
    }

    /** Writes what has gathered; blocks while the socket's own buffers are full. */
    void flush(long nowNs) {
        writtenNs = nowNs;
        buffer.flip();
        blockedSinceNs = nowNs;
        writing = true;
        try {
            while (buffer.hasRemaining() && !broken) {
                channel.write(buffer);
            }
        } catch (IOException gone) {
            broken = true;
        } finally {
            writing = false;
            buffer.clear();
        }
    }

    boolean hasGathered() {
        return buffer.position() > 0;
    }

    /** From any thread: ends a write that has blocked for 30 s. */
    void watch(long nowNs) {
        if (writing && nowNs - blockedSinceNs > MAX_BLOCK_NS) {
            close();
        }
    }

    /** From any thread: closes without flushing; a write that is under way ends. */
    void close() {
        closeQuietly(channel);
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Nothing is owed to anybody: what was not written is lost, as fire and forget allows.
        }
    }
}
