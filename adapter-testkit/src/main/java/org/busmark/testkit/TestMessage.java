package org.busmark.testkit;

import java.nio.ByteBuffer;
import org.busmark.bus.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What one message of the contract says about itself. The bytes after the header follow from the header, so that a
 * receiver can check every one of them.
 *
 * @param producer that sent it
 * @param sequence within its producer, from 0; probes and messages are numbered apart
 * @param probe whether it only asks if a consumer is ready
 */
record TestMessage(int producer, int sequence, boolean probe) {
    private static final int MAGIC = 0x42554D4B;
    private static final int HEADER_BYTES = 13;

    /** Bytes of the given length, 13 at least. */
    byte[] bytes(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.putInt(MAGIC).put((byte) (probe ? 1 : 0)).putInt(producer).putInt(sequence);
        long state = seed();
        while (bytes.hasRemaining()) {
            state = next(state);
            bytes.put((byte) (state >>> 56));
        }
        return bytes.array();
    }

    /** What a delivery says it is, or null if that cannot be read or any byte is not the one that was sent. */
    static @Nullable TestMessage read(Delivery delivery) {
        if (delivery.length() < HEADER_BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(delivery.buffer(), delivery.offset(), delivery.length());
        if (bytes.getInt() != MAGIC) {
            return null;
        }
        boolean probe = bytes.get() == 1;
        TestMessage message = new TestMessage(bytes.getInt(), bytes.getInt(), probe);
        return message.follows(bytes) ? message : null;
    }

    private boolean follows(ByteBuffer body) {
        long state = seed();
        while (body.hasRemaining()) {
            state = next(state);
            if (body.get() != (byte) (state >>> 56)) {
                return false;
            }
        }
        return true;
    }

    private long seed() {
        return ((long) producer << 33) ^ ((long) sequence << 1) ^ (probe ? 1 : 0);
    }

    private static long next(long state) {
        return state * 6364136223846793005L + 1442695040888963407L;
    }
}
