package org.busmark.time;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves. Each reading may cost time, so that code that spins comes to an end. Thread-safe. */
public final class ManualClock implements Clock {
    private final AtomicLong nowNs;
    private final long readingNs;

    public ManualClock(long startNs) {
        this(startNs, 0);
    }

    /** @param readingNs by which each reading moves it */
    public ManualClock(long startNs, long readingNs) {
        nowNs = new AtomicLong(startNs);
        this.readingNs = readingNs;
    }

    @Override
    public long nanoTime() {
        return nowNs.getAndAdd(readingNs);
    }

    public void advanceNs(long ns) {
        nowNs.addAndGet(ns);
    }
}
