package org.busmark.bench.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StillnessTest {
    @TempDir
    Path root = Path.of("");

    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private long busyTicks;
    private long idleTicks;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(root.resolve("proc"));
        writeStat();
    }

    @Test
    void aStillMachineIsLookedAtOnce() {
        stillness(pause -> 1).await();
        assertEquals(1, flushes.get());
        assertEquals(1, pauses.get());
    }

    @Test
    void aBusyMachineIsWaitedFor() {
        stillness(pause -> pause < 4 ? 30 : 0).await();
        assertEquals(4, pauses.get());
    }

    @Test
    void aMachineThatIsNeverStillIsNotWaitedForForEver() {
        stillness(pause -> 100).await();
        assertTrue(pauses.get() <= 20, () -> pauses + " pauses");
    }

    @Test
    void aMachineThatSaysNothingIsNotWaitedFor() throws IOException {
        Files.delete(root.resolve("proc/stat"));
        stillness(pause -> 100).await();
        assertEquals(0, pauses.get());
    }

    /** What the processors do in a pause, in ticks of 100. */
    private interface Load {
        int busyTicksOf100(int pause);
    }

    private Stillness stillness(Load load) {
        return new Stillness(new ProcFiles(root), flushes::incrementAndGet, millis -> {
            int busy = load.busyTicksOf100(pauses.incrementAndGet());
            busyTicks += busy;
            idleTicks += 100 - busy;
            writeStat();
        });
    }

    private void writeStat() {
        try {
            Path stat = root.resolve("proc/stat");
            if (pauses.get() == 0 || Files.exists(stat)) {
                Files.writeString(stat, "cpu  " + busyTicks + " 0 0 " + idleTicks + " 0 0 0 0 0 0\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
