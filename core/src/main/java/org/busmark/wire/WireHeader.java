package org.busmark.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The first bytes of every payload, little endian.
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>byte</th><th>size</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>check: CRC-32C over all that follows, byte 4 to the end of the body</td></tr>
 * <tr><td>4</td><td>4</td><td>run: tells this run's messages from what an earlier one left behind</td></tr>
 * <tr><td>8</td><td>8</td><td>intended send time, ns of {@link System#nanoTime}</td></tr>
 * <tr><td>16</td><td>8</td><td>actual send time, ns of the same clock; 0 when it was not sampled</td></tr>
 * <tr><td>24</td><td>8</td><td>upper 16 bits: producer, of which the top bit marks a probe; lower 48 bits: sequence</td></tr>
 * </table>
 *
 * The check covers header and body as one, so that a body that was swapped between two messages is found as well. It
 * stands first, so that one pass over the rest makes it.
 */
public final class WireHeader {
    /** Size of the header, and so of the smallest message. */
    public static final int BYTES = 32;

    /** Largest producer number that fits. */
    public static final int MAX_PRODUCER = (1 << 15) - 1;

    /** Largest sequence that fits. */
    public static final long MAX_SEQUENCE = (1L << 48) - 1;

    static final int CHECK = 0;
    static final int RUN = 4;
    static final int INTENDED = 8;
    static final int SENT = 16;
    static final int IDENTITY = 24;
    static final int SEQUENCE_BITS = 48;
    static final long PROBE = 1L << 63;

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private WireHeader() {}

    /** Whether these bytes, if they are a payload of Busmark, are a probe. The check is not looked at. */
    public static boolean isProbe(byte[] payload) {
        return payload.length >= BYTES && ((long) LONG.get(payload, IDENTITY) & PROBE) != 0;
    }

    static int check(CRC32C crc, byte[] buffer, int offset, int length) {
        crc.reset();
        crc.update(buffer, offset + RUN, length - RUN);
        return (int) crc.getValue();
    }
}
