package org.busmark.bench.campaign;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its like: the JVM ends while the campaign's thread is still at work. The system sends an interrupt to the
 * measuring fork as well, which dies of it; that is no failed run, and must not be recorded as one.
 */
final class Interruption implements AutoCloseable {
    /** An interrupt reaches forks, brokers and this JVM within moments of each other. */
    private static final Duration MOMENT = Duration.ofMillis(500);

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

    /** Never returns if the JVM is ending: what is done now shall not be kept. */
    void holdIfBegun() {
        holdIfBegun(Duration.ZERO);
    }

    /** The same after something failed, which an interrupt may have caused that is still on its way to this JVM. */
    void holdIfBegunAfterFailure() {
        holdIfBegun(MOMENT);
    }

    private void holdIfBegun(Duration within) {
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
            holdIfBegun();
        }
    }
}
