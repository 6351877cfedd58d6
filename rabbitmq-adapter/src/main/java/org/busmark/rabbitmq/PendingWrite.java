package org.busmark.rabbitmq;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows a watching thread for how long one publishing call has been in the client: a write to a socket that the broker
 * does not read has no time limit of its own.
 *
 * <p>Threading: {@link #begin} and {@link #end} by the sender, an ordered store each; {@link #exceeds} by the watcher.
 */
final class PendingWrite {
    /** Odd while a call is under way. */
    private final AtomicLong calls = new AtomicLong();

    private long count;
    private volatile long waitedNs;

    private long seenCall;
    private long seenSinceNs;

    /** @param alreadyWaitedNs how long the send has waited before it came here */
    void begin(long alreadyWaitedNs) {
        if (waitedNs != alreadyWaitedNs) {
            waitedNs = alreadyWaitedNs;
        }
        calls.setRelease(++count);
    }

    void end() {
        calls.setRelease(++count);
    }

    /**
     * Whether one and the same call has been under way for longer than the limit, as far as the watcher saw.
     *
     * @param nowNs of the watcher's clock
     */
    boolean exceeds(long limitNs, long nowNs) {
        long call = calls.getAcquire();
        if (call != seenCall) {
            seenCall = call;
            seenSinceNs = nowNs;
        }
        return (call & 1) == 1 && nowNs - seenSinceNs + waitedNs > limitNs;
    }
}
