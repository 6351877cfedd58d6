package org.busmark.rabbitmq;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a partition where the caller leaves it open: by a hash of the key that is the same in every process, else in
 * turn. Confined to its producer's thread; allocates nothing.
 */
final class KeyPartitioner {
    private final int partitions;
    private int turn;

    /** @param first whose turn it is first; taken modulo partitions */
    KeyPartitioner(int partitions, int first) {
        this.partitions = partitions;
        this.turn = first % partitions;
    }

    /** 0 to partitions - 1. */
    int choose(byte @Nullable [] key) {
        return key == null ? next() : Math.floorMod(mix(Arrays.hashCode(key)), partitions);
    }

    private int next() {
        int chosen = turn;
        turn = chosen + 1 == partitions ? 0 : chosen + 1;
        return chosen;
    }

    /** MurmurHash3's finalizer: {@code Arrays.hashCode} alone leaves short keys in few partitions. */
    private static int mix(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
