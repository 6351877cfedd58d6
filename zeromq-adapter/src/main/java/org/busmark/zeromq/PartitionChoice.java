package org.busmark.zeromq;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes whose sender does not say: by the FNV-1a hash (32 bit) of its key, which is the same for every
 * producer, run and machine; without a key to one partition after the other. Confined to its producer's thread.
 */
final class PartitionChoice {
    private final int partitions;
    private int next;

    /** @param first partition of the first message without a key, so that producers do not march in step */
    PartitionChoice(int partitions, int first) {
        this.partitions = partitions;
        this.next = first % partitions;
    }

    int of(byte @Nullable [] key) {
        if (key != null) {
            return Math.floorMod(fnv1a(key), partitions);
        }
        int chosen = next;
        next = chosen + 1 == partitions ? 0 : chosen + 1;
        return chosen;
    }

    static int fnv1a(byte[] bytes) {
        int hash = 0x811C9DC5;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xFF)) * 0x01000193;
        }
        return hash;
    }
}
