package org.busmark.simulated;

/** One kind of chance; each has numbers of its own, so that no fate hangs together with a delay. */
enum Draw {
    FATE(1),
    DELAY(2),
    ACK_DELAY(3),
    LOST_ACK(4),
    FLIPPED_BIT(5);

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long salt;

    Draw(long salt) {
        this.salt = salt;
    }

    /** In [0, 1), and always the same for the same arguments. */
    double unit(long seed, int producer, long sequence) {
        long stream = mix(mix(seed) + producer * 0x632BE59BD9B4E019L + salt * GOLDEN);
        return (mix(stream + (sequence + 1) * GOLDEN) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
