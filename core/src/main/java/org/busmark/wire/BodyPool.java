package org.busmark.wire;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Bytes from which bodies are cut. Consecutive messages take consecutive slices, so that within {@link #PERIOD_BYTES}
 * no byte is sent twice and a compressor that sees a whole batch finds no repetition; and reading in order is what a
 * processor prefetches.
 */
final class BodyPool {
    /** At least this much is sent before a slice comes again; larger than the window of LZ4, gzip and zstd's fast levels. */
    static final int PERIOD_BYTES = 4 << 20;

    // In each block of a compressible pool the random part costs its own size and the filler costs a match of a few
    // bytes.
    private static final int BLOCK_BYTES = 128;
    private static final int BLOCK_RANDOM_BYTES = 28;

    // Weak, because a JVM makes many runs with origins of their own: a pool is held by those who write from it.
    private static final Map<Origin, WeakReference<BodyPool>> POOLS = new HashMap<>();

    private final byte[] bytes;
    private final long mask;

    private BodyPool(Origin origin) {
        int period = Math.max(PERIOD_BYTES, Integer.highestOneBit(Math.max(1, origin.bodyBytes - 1)) << 1);
        bytes = new byte[period + origin.bodyBytes];
        mask = period - 1L;
        SplittableRandom random = new SplittableRandom(origin.seed);
        random.nextBytes(bytes);
        if (origin.body == Body.COMPRESSIBLE) {
            for (int block = 0; block < bytes.length; block += BLOCK_BYTES) {
                int filler = Math.min(block + BLOCK_RANDOM_BYTES, bytes.length);
                Arrays.fill(bytes, filler, Math.min(block + BLOCK_BYTES, bytes.length), (byte) ' ');
            }
        }
    }

    /** The pool of this origin, shared by all writers of the process that ask for the same. */
    static BodyPool of(Body body, int bodyBytes, long seed) {
        Origin origin = new Origin(body, bodyBytes, seed);
        synchronized (POOLS) {
            WeakReference<BodyPool> kept = POOLS.get(origin);
            BodyPool pool = kept == null ? null : kept.get();
            if (pool == null) {
                POOLS.values().removeIf(reference -> reference.get() == null);
                pool = new BodyPool(origin);
                POOLS.put(origin, new WeakReference<>(pool));
            }
            return pool;
        }
    }

    /** Copies the slice that begins at this place; places beyond the period wrap around. */
    void copy(long place, byte[] target, int from, int length) {
        System.arraycopy(bytes, (int) (place & mask), target, from, length);
    }

    private record Origin(Body body, int bodyBytes, long seed) {}
}
