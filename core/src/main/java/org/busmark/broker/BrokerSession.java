package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that one harness process started and that must not outlive it: brokers, their folders, JMH forks. A
 * watchdog in a process session of its own reads a pipe from the harness; at the pipe's end, however it comes, it kills
 * the registered processes with their descendants and removes the registered folders. What a killed watchdog leaves is
 * cleaned by the next {@link #open}. Thread-safe.
 */
public final class BrokerSession implements AutoCloseable {
    /**
     * Opens a session, starts its watchdog and cleans what dead sessions left.
     *
     * @param dataDirectory parent of the brokers' folders; created if absent
     */
    public static BrokerSession open(Path dataDirectory) throws IOException {
        throw new IOException("not built: " + dataDirectory);
    }

    /** A fresh, empty folder, readable by its owner only, that is removed with the session. */
    public Path folder(String name) throws IOException {
        throw new IOException("not built: " + name);
    }

    /**
     * Starts a process in a session of its own and registers it before this returns. Its standard input is empty;
     * output and errors are appended to the log.
     *
     * @param name for messages, such as "Kafka broker"
     * @param environment replaces these variables of the harness's own; an empty value removes one
     * @param folder working directory
     */
    public BrokerProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log)
            throws BrokerException {
        throw new BrokerException("not built: " + name, "");
    }

    /** Lets the watchdog end a process that somebody else started, such as a JMH fork, if it outlives the harness. */
    public void adopt(ProcessHandle process, String name) throws IOException {
        throw new IOException("not built: " + name);
    }

    /** Where a child process registers itself: given to JMH forks, which call {@link #registerSelf}. */
    public Path registry() {
        throw new IllegalStateException("not built");
    }

    /** Registers the calling process in another process's session. */
    public static void registerSelf(Path registry, String name) throws IOException {
        throw new IOException("not built: " + registry + name);
    }

    /** Ends all processes and removes all folders. A second call does nothing. */
    @Override
    public void close() {}
}
