package org.busmark.bench.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.busmark.bench.environment.ProcFiles.CpuTime;

/**
 * Waits, before a run, until what the run before it left behind is over: pages that the kernel still writes to the disk, a
 * broker that deletes a topic's files. Else a run is charged with another's work. At most about 10 s; where nothing can
 * be seen of the machine it does not wait.
 */
public final class Stillness {
    /** Of all processors' time; idle brokers and this process take 1 to 3 %. */
    private static final double BUSY_SHARE = 0.05;

    private static final long STEP_MS = 200;
    private static final int MOST_STEPS = 20;
    private static final long FLUSH_SECONDS = 6;

    private final ProcFiles files;
    private final Runnable flush;
    private final LongConsumer pauseMs;

    Stillness(ProcFiles files, Runnable flush, LongConsumer pauseMs) {
        this.files = files;
        this.flush = flush;
        this.pauseMs = pauseMs;
    }

    /** Of this machine. */
    public static Stillness ofMachine() {
        return new Stillness(
                new ProcFiles(Path.of("/")),
                Stillness::flushDisks,
                millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    /** Returns when the machine is still, or when waiting longer would not be worth it. */
    public void await() {
        flush.run();
        Optional<CpuTime> from = files.cpuTime();
        for (int step = 0; step < MOST_STEPS && from.isPresent(); step++) {
            pauseMs.accept(STEP_MS);
            Optional<CpuTime> to = files.cpuTime();
            if (to.isEmpty() || to.get().busyShareSince(from.get()) < BUSY_SHARE) {
                return;
            }
            from = to;
        }
    }

    private static void flushDisks() {
        try {
            Process sync = new ProcessBuilder("sync").inheritIO().start();
            if (!sync.waitFor(FLUSH_SECONDS, TimeUnit.SECONDS)) {
                sync.destroyForcibly();
            }
        } catch (IOException noSuchProgram) {
            return; // what cannot be flushed is flushed by the kernel in its own time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
