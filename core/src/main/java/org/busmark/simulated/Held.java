package org.busmark.simulated;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A copy of a message on its way to one consumer. Used again; confined to whoever has taken it from the consumer. */
final class Held {
    private static final byte[] NOTHING = {};

    /** By due time; among equals by arrival. */
    static final Comparator<Held> BY_DUE =
            Comparator.<Held>comparingLong(held -> held.dueNs).thenComparingLong(held -> held.arrival);

    byte[] bytes = NOTHING;
    int length;
    int partition;
    int producer;
    long sequence;
    Fate fate = Fate.INTACT;
    boolean probe;
    boolean repeated;

    @Nullable
    Instants instants;

    long dueNs;
    long arrival;

    void copy(byte[] payload) {
        if (bytes.length < payload.length) {
            bytes = new byte[payload.length];
        }
        System.arraycopy(payload, 0, bytes, 0, payload.length);
        length = payload.length;
    }

    void flip(long bit) {
        bytes[(int) (bit / Byte.SIZE)] ^= (byte) (1 << (int) (bit % Byte.SIZE));
    }
}
