package org.busmark.broker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** A bounded wait on a condition. */
final class Eventually {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private Eventually() {}

    static void eventually(String what, BooleanSupplier condition) {
        long begunNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begunNs > BOUND.toNanos()) {
                Assertions.fail("not within " + BOUND.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }
}
