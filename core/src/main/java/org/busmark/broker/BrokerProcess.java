package org.busmark.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One process of a broker, started by {@link BrokerSession#start}. Thread-safe. */
public final class BrokerProcess implements AutoCloseable {
    private static final int SHOWN_LINES = 20;
    private static final long POLL_MS = 20;
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final LogTail log;
    private final ProcessFamily family;
    private final Runnable whenGone;
    private boolean gone;

    /**
     * @param family this process and what it brings forth
     * @param whenGone runs once, after all of them are gone
     */
    BrokerProcess(String name, Process process, LogTail log, ProcessFamily family, Runnable whenGone) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.family = family;
        this.whenGone = whenGone;
    }

    /** Its handle; also after it ended. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The name that it was started under. */
    public String name() {
        return name;
    }

    /**
     * Waits until a condition holds while the process lives, polling every 20 ms. The condition runs on the calling
     * thread; it SHOULD return within a second, since the deadline is not looked at meanwhile.
     *
     * @throws BrokerException with its last log lines if it ends first, or at the deadline; without waiting any longer
     *     when the thread is interrupted, which stays interrupted
     */
    public void awaitReady(Duration deadline, BooleanSupplier condition) throws BrokerException {
        long begunNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            pollEnd("was not ready", deadline, begunNs);
        }
        // Something else may answer on its port.
        if (!process.isAlive()) {
            throw ended();
        }
    }

    /**
     * Waits until what it wrote to its log holds this text, also when it ends right after; see {@link #awaitReady}.
     * What an earlier process wrote to the same file does not count.
     */
    public void awaitLog(Duration deadline, String text) throws BrokerException {
        long begunNs = System.nanoTime();
        LogTail.Search search = log.search(text);
        while (!search.found()) {
            if (!process.isAlive() && search.found()) {
                return;
            }
            pollEnd("did not log '" + text + "'", deadline, begunNs);
        }
    }

    /**
     * Waits until it ends by itself with status 0: for a tool that does one thing, such as formatting a data folder.
     *
     * @throws BrokerException with its last log lines if it ends with another status, or at the deadline, and then it
     *     still runs; see {@link #awaitReady}
     */
    public void awaitEnd(Duration deadline) throws BrokerException {
        if (!waitFor(deadline.toMillis())) {
            throw failure(name + " did not end within " + seconds(deadline));
        }
        if (process.exitValue() != 0) {
            throw ended();
        }
    }

    /** The last lines of its log, this process's own only. */
    public String lastLogLines(int count) {
        return log.lastLines(count);
    }

    /**
     * Asks it to end, waits, and after the grace kills it. What its descendants leave is killed at once when it is
     * gone. Returns when all are gone. An interrupt ends the grace, nothing else; it is kept. A second call does nothing.
     */
    public synchronized void stop(Duration grace) {
        if (gone) {
            return;
        }
        // Where there is no /proc this is all that is known of them.
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        gone = family.end(Duration.ZERO);
        if (gone) {
            whenGone.run();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@link #stop} with a grace of 10 s. */
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }

    private void pollEnd(String what, Duration deadline, long begunNs) throws BrokerException {
        if (waitFor(POLL_MS)) {
            throw ended();
        }
        if (System.nanoTime() - begunNs > deadline.toNanos()) {
            throw failure(name + " " + what + " within " + seconds(deadline));
        }
    }

    private boolean waitFor(long boundMs) throws BrokerException {
        try {
            return process.waitFor(boundMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(name + ": interrupted while waiting for it", "start it again", e);
        }
    }

    private BrokerException ended() {
        return failure(name + " ended with status " + process.exitValue());
    }

    private BrokerException failure(String reason) {
        String lines = lastLogLines(SHOWN_LINES);
        String message = lines.isEmpty() ? reason + "; its log is empty" : reason + "; its last log lines:\n" + lines;
        return new BrokerException(message, "the whole log is " + log.log());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
