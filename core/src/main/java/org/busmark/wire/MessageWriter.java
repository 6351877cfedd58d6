package org.busmark.wire;

import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/**
 * Writes the messages of one producer. Confined to one thread; allocates nothing after construction. The same arguments
 * write the same bytes.
 */
public final class MessageWriter {
    private final byte[] message;
    private final int bodyBytes;
    private final long identity;
    private final BodyPool pool;
    private final long firstPlace;
    private final CRC32C crc = new CRC32C();

    /**
     * @param run written into every message; a reader of another run calls them foreign
     * @param producer 0 to {@link WireHeader#MAX_PRODUCER}
     * @param messageBytes size of every message, at least {@link WireHeader#BYTES}
     * @param seed of the bodies
     */
    public MessageWriter(int run, int producer, int messageBytes, Body body, long seed) {
        if (messageBytes < WireHeader.BYTES) {
            throw new IllegalArgumentException(
                    "messageBytes is less than the header's " + WireHeader.BYTES + ": " + messageBytes);
        }
        if (producer < 0 || producer > WireHeader.MAX_PRODUCER) {
            throw new IllegalArgumentException("producer is not in 0.." + WireHeader.MAX_PRODUCER + ": " + producer);
        }
        message = new byte[messageBytes];
        bodyBytes = messageBytes - WireHeader.BYTES;
        identity = (long) producer << WireHeader.SEQUENCE_BITS;
        pool = BodyPool.of(body, bodyBytes, seed);
        firstPlace = new SplittableRandom(seed + producer).nextLong();
        WireHeader.INT.set(message, WireHeader.RUN, run);
    }

    /**
     * Writes a message.
     *
     * @param sequence 0 to {@link WireHeader#MAX_SEQUENCE}
     * @param intendedNs when the schedule meant it to be sent
     * @param sentNs when it is sent, 0 when that is not sampled
     * @return this writer's own array, valid until the next call
     */
    public byte[] write(long sequence, long intendedNs, long sentNs) {
        return fill(identity, sequence, intendedNs, sentNs);
    }

    /**
     * Writes a probe, of the same size as a message.
     *
     * @param number 0 to {@link WireHeader#MAX_SEQUENCE}; read back as the sequence
     * @return this writer's own array, valid until the next call
     */
    public byte[] writeProbe(long number) {
        return fill(identity | WireHeader.PROBE, number, 0, 0);
    }

    private byte[] fill(long who, long sequence, long intendedNs, long sentNs) {
        if (sequence < 0 || sequence > WireHeader.MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence is not in 0..2^48-1: " + sequence);
        }
        byte[] target = message;
        WireHeader.LONG.set(target, WireHeader.INTENDED, intendedNs);
        WireHeader.LONG.set(target, WireHeader.SENT, sentNs);
        WireHeader.LONG.set(target, WireHeader.IDENTITY, who | sequence);
        pool.copy(firstPlace + sequence * bodyBytes, target, WireHeader.BYTES, bodyBytes);
        WireHeader.INT.set(target, WireHeader.CHECK, WireHeader.check(crc, target, 0, target.length));
        return target;
    }
}
