package org.busmark.rabbitmq;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;

/** Counts outcomes and refuses a second one for a token. Thread-safe. */
final class Heard implements SendListener {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final boolean[] told;
    private final Map<SendOutcome, Integer> counts = new EnumMap<>(SendOutcome.class);
    private int repeated;

    /** @param tokens 0 to tokens - 1 may come */
    Heard(int tokens) {
        told = new boolean[tokens];
    }

    @Override
    public synchronized void onOutcome(long token, SendOutcome outcome) {
        repeated += told[(int) token] ? 1 : 0;
        told[(int) token] = true;
        counts.merge(outcome, 1, Integer::sum);
    }

    synchronized Map<SendOutcome, Integer> counts() {
        return new EnumMap<>(counts);
    }

    synchronized int repeated() {
        return repeated;
    }

    synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    static void await(BooleanSupplier condition, String what) {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
