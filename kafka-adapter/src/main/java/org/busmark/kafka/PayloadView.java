package org.busmark.kafka;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A record's value as array, offset and length. Kafka's value is a slice of the response on the heap, and nothing is
 * copied; one that is not is copied into an array that grows and is used again. Not thread-safe.
 */
final class PayloadView {
    private byte[] own = {};
    private byte[] buffer = own;
    private int offset;
    private int length;

    /** Points at a value; a record without one, which Busmark never sends, is an empty payload. */
    void of(@Nullable ByteBuffer value) {
        length = value == null ? 0 : value.remaining();
        if (value != null && value.hasArray()) {
            buffer = value.array();
            offset = value.arrayOffset() + value.position();
            return;
        }
        if (own.length < length) {
            own = new byte[length];
        }
        if (value != null) {
            value.get(value.position(), own, 0, length);
        }
        buffer = own;
        offset = 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }
}
