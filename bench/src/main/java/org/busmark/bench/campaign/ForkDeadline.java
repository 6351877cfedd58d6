package org.busmark.bench.campaign;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills measuring forks that outstay their time. JMH's own time limit interrupts threads, which does not end an
 * operation that ignores interrupts; only the death of the process does.
 */
final class ForkDeadline implements AutoCloseable {
    private static final String FORK_MAIN = "org.openjdk.jmh.runner.ForkedMain";

    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> killing;

    private ForkDeadline(ScheduledExecutorService timer, long seconds) {
        this.timer = timer;
        this.killing = timer.schedule(ForkDeadline::killForks, seconds, TimeUnit.SECONDS);
    }

    static ForkDeadline after(long seconds) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "busmark-fork-deadline");
            thread.setDaemon(true);
            return thread;
        });
        return new ForkDeadline(timer, seconds);
    }

    private static void killForks() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(FORK_MAIN))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        killing.cancel(false);
        timer.shutdownNow();
    }
}
