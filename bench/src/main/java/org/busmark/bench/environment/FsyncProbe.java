package org.busmark.bench.environment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long the disk takes to keep a small write: what each synced acknowledgement waits for at least.
 *
 * @param medianUs of all writes
 * @param p99Us of all writes; with so few of them it is the largest
 */
record FsyncProbe(double medianUs, double p99Us) {
    static final int WRITES = 50;

    private static final int BYTES = 4096;
    private static final long ENOUGH_NS = 800_000_000L;
    private static final double NS_PER_US = 1e3;

    /**
     * Appends and forces 4 KiB 50 times, or as often as 0.8 s allow, in a file of its own that is removed again; a single
     * write is waited for as long as it takes.
     *
     * @param folder that exists
     * @return empty when nothing can be written there
     */
    static Optional<FsyncProbe> in(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "fsync", ".probe");
            try {
                return Optional.of(of(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FsyncProbe of(Path file) throws IOException {
        long[] tookNs = new long[WRITES];
        int writes = 0;
        long beganNs = System.nanoTime();
        ByteBuffer block = ByteBuffer.allocateDirect(BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (writes < WRITES && (writes == 0 || System.nanoTime() - beganNs < ENOUGH_NS)) {
                block.clear();
                long startNs = System.nanoTime();
                while (block.hasRemaining()) {
                    channel.write(block);
                }
                channel.force(true);
                tookNs[writes++] = System.nanoTime() - startNs;
            }
        }
        long[] sorted = Arrays.copyOf(tookNs, writes);
        Arrays.sort(sorted);
        int p99 = (int) Math.ceil(0.99 * writes) - 1;
        return new FsyncProbe(sorted[writes / 2] / NS_PER_US, sorted[p99] / NS_PER_US);
    }
}
