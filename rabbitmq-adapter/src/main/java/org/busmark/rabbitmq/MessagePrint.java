package org.busmark.rabbitmq;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells outstanding messages of one producer apart when the broker returns one: AMQP gives a returned message's routing
 * key and body, not its publish sequence number, and a correlation property would burden every message on the wire.
 * Partition, length and the first 32 bytes: every message of Busmark differs within these, by its header. Messages that
 * do not differ are taken in the order in which they were sent, which is the order of returns.
 */
final class MessagePrint {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HEAD_BYTES = 32;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private MessagePrint() {}

    /** Allocates nothing; a few nanoseconds. */
    static long of(byte[] body, int partition) {
        long print = partition * PRIME + body.length;
        int end = Math.min(body.length, HEAD_BYTES);
        int at = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            print = mix(print, (long) LONG.get(body, at));
        }
        for (; at < end; at++) {
            print = mix(print, body[at]);
        }
        return print;
    }

    private static long mix(long print, long value) {
        return (Long.rotateLeft(print, 23) ^ value) * PRIME;
    }
}
