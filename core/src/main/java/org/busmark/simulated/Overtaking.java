package org.busmark.simulated;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In which order one consumer was handed messages, by the bus's own numbers of sends. Confined to the consumer's thread;
 * allocates only at the first message of a producer.
 */
final class Overtaking {
    private final int partitions;
    private long[][] latest = {};
    private long[] latestOfAll = {};

    Overtaking(int partitions) {
        this.partitions = partitions;
    }

    /** Notes a first delivery; tells what order it broke, if any. */
    @Nullable
    Count handedOver(int producer, int partition, long sequence) {
        if (producer >= latest.length) {
            grow(producer + 1);
        }
        long[] ofProducer = latest[producer];
        boolean within = sequence < ofProducer[partition];
        boolean across = sequence < latestOfAll[producer];
        ofProducer[partition] = Math.max(ofProducer[partition], sequence);
        latestOfAll[producer] = Math.max(latestOfAll[producer], sequence);
        if (within) {
            return Count.OUT_OF_ORDER_WITHIN;
        }
        return across ? Count.OUT_OF_ORDER_ACROSS : null;
    }

    private void grow(int producers) {
        int before = latest.length;
        latest = Arrays.copyOf(latest, producers);
        latestOfAll = Arrays.copyOf(latestOfAll, producers);
        for (int producer = before; producer < producers; producer++) {
            latest[producer] = new long[partitions];
            Arrays.fill(latest[producer], -1);
            latestOfAll[producer] = -1;
        }
    }
}
