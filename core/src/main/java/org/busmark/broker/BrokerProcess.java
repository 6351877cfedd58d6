package org.busmark.broker;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One process of a broker, started by {@link BrokerSession#start}. Thread-safe. */
public final class BrokerProcess implements AutoCloseable {
    private BrokerProcess() {}

    /** Its handle; also after it ended. */
    public ProcessHandle handle() {
        throw new IllegalStateException("not built");
    }

    /**
     * Waits until a condition holds, polling every 20 ms.
     *
     * @throws BrokerException with its last log lines if it ends first, or at the deadline
     */
    public void awaitReady(Duration deadline, BooleanSupplier condition) throws BrokerException {
        throw new BrokerException("not built", "");
    }

    /** Waits until its log holds this text; see {@link #awaitReady}. */
    public void awaitLog(Duration deadline, String text) throws BrokerException {
        throw new BrokerException("not built", "");
    }

    /** The last lines of its log. */
    public String lastLogLines(int count) {
        return "";
    }

    /** Asks it to end, waits, and after the grace kills it with all its descendants. Returns when they are gone. */
    public void stop(Duration grace) {}

    /** {@link #stop} with a grace of 10 s. */
    @Override
    public void close() {}
}
