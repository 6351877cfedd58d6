package org.busmark.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.busmark.bus.Producer;
import org.busmark.workload.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Key and partition of each message, a pure function of its sequence number, so that every bus is given the very same
 * ones. Allocates nothing after construction. Immutable.
 */
final class Addressing {
    private final Keys.Kind kind;
    private final int partitions;
    private final byte[][] keys;
    private final double[] cumulative;

    Addressing(Keys keys, int partitions) {
        this.kind = keys.kind();
        this.partitions = partitions;
        this.keys = new byte[keys.count()][];
        Arrays.setAll(this.keys, k -> ("key-" + k).getBytes(StandardCharsets.US_ASCII));
        this.cumulative = kind == Keys.Kind.ZIPF ? zipf(keys.count()) : new double[0];
    }

    private static double[] zipf(int count) {
        double[] cumulative = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += 1.0 / (k + 1);
            cumulative[k] = sum;
        }
        for (int k = 0; k < count; k++) {
            cumulative[k] /= sum;
        }
        return cumulative;
    }

    byte @Nullable [] key(long sequence) {
        return switch (kind) {
            case NONE, ROUND_ROBIN -> null;
            case UNIFORM -> keys[(int) (unit(sequence) * keys.length)];
            case ZIPF -> keys[rank(unit(sequence))];
        };
    }

    int partition(long sequence) {
        if (partitions == 1) {
            return 0;
        }
        return kind == Keys.Kind.ROUND_ROBIN ? (int) (sequence % partitions) : Producer.ANY_PARTITION;
    }

    private int rank(double unit) {
        int found = Arrays.binarySearch(cumulative, unit);
        return Math.min(found >= 0 ? found + 1 : -found - 1, keys.length - 1);
    }

    /** In [0, 1): the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) over the sequence number. */
    private static double unit(long sequence) {
        long z = (sequence + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
