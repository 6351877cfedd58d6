package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Held while something is measured: two measurements at once on one machine would spoil each other. One for each user,
 * in the temporary folder; the system lets go of it when the process ends, however it ends.
 */
public final class MeasurementLock implements AutoCloseable {
    /** System property that names another file, for tests that run beside other things on purpose. */
    public static final String PROPERTY = "busmark.measuring.lock";

    // To close a second channel on the file would, on POSIX, let go of this process's lock.
    private static final AtomicBoolean HELD_HERE = new AtomicBoolean();

    private final FileChannel channel;

    private MeasurementLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it; empty when another process, or another campaign of this one, measures. */
    public static Optional<MeasurementLock> tryTake() throws IOException {
        if (!HELD_HERE.compareAndSet(false, true)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (taken) {
                return Optional.of(new MeasurementLock(channel));
            }
            channel.close();
            return Optional.empty();
        } finally {
            HELD_HERE.set(taken);
        }
    }

    /** Where it lies. */
    public static Path file() {
        String named = System.getProperty(PROPERTY);
        return named != null
                ? Path.of(named)
                : Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "busmark-measuring-" + System.getProperty("user.name") + ".lock");
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.set(false);
        }
    }
}
