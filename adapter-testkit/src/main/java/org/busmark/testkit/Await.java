package org.busmark.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Bounded waiting for what another thread does. Stateless. */
final class Await {
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    /** Whether the condition came to hold within the bound. */
    static boolean within(Duration bound, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting");
            }
            if (System.nanoTime() - deadlineNs >= 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return true;
    }

    /** Fails when the condition does not hold within the bound. */
    static void until(Duration bound, BooleanSupplier condition, Supplier<String> what) {
        if (!within(bound, condition)) {
            throw new AssertionError("not within " + bound.toMillis() + " ms: " + what.get());
        }
    }

    /** Fails when the thread does not end within the bound, and shows where it stands. */
    static void end(Thread thread, Duration bound) {
        until(
                bound,
                () -> !thread.isAlive(),
                () -> "the end of thread " + thread.getName() + ", which is at\n    "
                        + Arrays.stream(thread.getStackTrace())
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining("\n    ")));
    }
}
