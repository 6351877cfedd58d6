package org.busmark.bench.campaign;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Kills the measuring fork that outstays its time. JMH's own time limit interrupts threads, which does not end an
 * operation that ignores interrupts; only the death of the process does.
 *
 * <p>The fork is known by its birth: a child that was not there when the deadline was set. (Its command line is no sign:
 * the class path stands in it, and the system shows 4096 characters of it at most.) Nothing else is started meanwhile.
 */
final class ForkDeadline implements AutoCloseable {
    /** JMH may still be about to start the fork when the time runs out. */
    private static final long AGAIN_MS = 200;

    private final Set<ProcessHandle> before;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> killing;
    private volatile boolean expired;

    private ForkDeadline(ScheduledExecutorService timer, Duration limit) {
        this.before = ProcessHandle.current().children().collect(Collectors.toSet());
        this.timer = timer;
        this.killing = timer.scheduleWithFixedDelay(this::killForks, limit.toMillis(), AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    static ForkDeadline after(Duration limit) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "busmark-fork-deadline");
            thread.setDaemon(true);
            return thread;
        });
        return new ForkDeadline(timer, limit);
    }

    private void killForks() {
        expired = true;
        ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether the time ran out before {@link #close}. */
    boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        killing.cancel(false);
        timer.shutdownNow();
    }
}
