package org.busmark.bench.campaign;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its like: the JVM ends while the campaign's thread is still at work. The system sends an interrupt to the
 * measuring fork as well, which dies of it; that is no failed run, and must not be recorded as one.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable lastWork) {
        this.hook = new Thread(
                () -> {
                    begun.countDown();
                    lastWork.run();
                },
                "busmark-interruption");
    }

    /** From now on until {@link #close}: what is done when the JVM ends, on a thread of its own. */
    static Interruption watch(Runnable lastWork) {
        Interruption interruption = new Interruption(lastWork);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /**
     * Returns if the JVM is not ending within this time; otherwise never.
     *
     * @param within which an interrupt that a fork died of reaches this JVM too
     */
    void holdIfBegun(Duration within) {
        try {
            if (begun.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
                hook.join();
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook has begun.
            holdIfBegun(Duration.ZERO);
        }
    }
}
