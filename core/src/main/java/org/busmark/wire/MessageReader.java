package org.busmark.wire;

import java.util.zip.CRC32C;

/**
 * Reads what one consumer is given. Confined to one thread at a time; allocates nothing and keeps no reference to a
 * buffer.
 */
public final class MessageReader {
    private final int run;
    private final int messageBytes;
    private final CRC32C crc = new CRC32C();

    private long identity;
    private long intendedNs;
    private long sentNs;

    /**
     * @param run whose messages are not foreign
     * @param messageBytes size that they all have
     */
    public MessageReader(int run, int messageBytes) {
        if (messageBytes < WireHeader.BYTES) {
            throw new IllegalArgumentException(
                    "messageBytes is less than the header's " + WireHeader.BYTES + ": " + messageBytes);
        }
        this.run = run;
        this.messageBytes = messageBytes;
    }

    /**
     * Reads one payload. After {@link Reading#MESSAGE} and {@link Reading#PROBE} the accessors tell what it holds, until
     * the next call; after other answers they mean nothing.
     */
    public Reading read(byte[] buffer, int offset, int length) {
        if (length < WireHeader.BYTES) {
            return Reading.CORRUPT;
        }
        int check = (int) WireHeader.INT.get(buffer, offset + WireHeader.CHECK);
        if (check != WireHeader.check(crc, buffer, offset, length)) {
            return Reading.CORRUPT;
        }
        if ((int) WireHeader.INT.get(buffer, offset + WireHeader.RUN) != run) {
            return Reading.FOREIGN;
        }
        if (length != messageBytes) {
            return Reading.CORRUPT;
        }
        intendedNs = (long) WireHeader.LONG.get(buffer, offset + WireHeader.INTENDED);
        sentNs = (long) WireHeader.LONG.get(buffer, offset + WireHeader.SENT);
        identity = (long) WireHeader.LONG.get(buffer, offset + WireHeader.IDENTITY);
        return identity < 0 ? Reading.PROBE : Reading.MESSAGE;
    }

    /** Number of the producer that wrote it. */
    public int producer() {
        return (int) (identity >>> WireHeader.SEQUENCE_BITS) & WireHeader.MAX_PRODUCER;
    }

    /** Its sequence, or a probe's number. */
    public long sequence() {
        return identity & WireHeader.MAX_SEQUENCE;
    }

    /** When the schedule meant it to be sent, ns of the sender's clock. */
    public long intendedNs() {
        return intendedNs;
    }

    /** When it was sent, ns of the sender's clock; 0 when that was not sampled. */
    public long sentNs() {
        return sentNs;
    }
}
