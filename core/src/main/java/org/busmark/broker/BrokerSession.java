package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one harness process started and that must not outlive it: brokers, their folders, JMH forks. A
 * watchdog in a process session of its own reads a pipe from the harness; at the pipe's end, however it comes, it kills
 * the registered processes with their descendants and removes the session's folder. What a killed watchdog leaves is
 * cleaned by the next {@link #open}. Harnesses on one data directory do not touch each other's. Thread-safe.
 */
public final class BrokerSession implements AutoCloseable {
    private static final Duration WATCHDOG_BOUND = Duration.ofSeconds(20);
    private static final Duration ADOPTED_GRACE = Duration.ofSeconds(2);
    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern UNUSABLE = Pattern.compile("\\s");

    private final SessionFolder folder;
    private final SessionOwner owner;
    private final @Nullable Watchdog watchdog;
    private final Thread exitHook;
    private final Deque<BrokerProcess> started = new ArrayDeque<>();
    private int startedCount;
    private boolean closed;

    private BrokerSession(SessionFolder folder, SessionOwner owner, @Nullable Watchdog watchdog) {
        this.folder = folder;
        this.owner = owner;
        this.watchdog = watchdog;
        this.exitHook = new Thread(this::close, "busmark-session-exit");
    }

    /**
     * Opens a session, starts its watchdog and cleans what dead sessions left.
     *
     * @param dataDirectory parent of the brokers' folders, on this machine's own disk; created if absent. White space in
     *     its path is refused: RabbitMQ's scripts cannot take it
     */
    public static BrokerSession open(Path dataDirectory) throws IOException {
        Path absolute = dataDirectory.toAbsolutePath().normalize();
        if (UNUSABLE.matcher(absolute.toString()).find()) {
            throw new IOException(
                    "data directory has white space, which brokers' scripts cannot take: '" + absolute + "'");
        }
        Files.createDirectories(absolute);
        SessionOwner owner = SessionOwner.self();
        SessionFolder folder = SessionFolder.create(absolute, owner);
        BrokerSession session = new BrokerSession(folder, owner, startWatchdog(folder, owner));
        try {
            Runtime.getRuntime().addShutdownHook(session.exitHook);
            if (session.watchdog != null) {
                StaleSessions.clean(absolute, folder);
            }
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** What this system lacks for a certain end, one sentence each, for people; empty on Linux with util-linux. */
    public List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (!Setsid.available()) {
            limits.add("no setsid: brokers and watchdog share the harness's process group and end with it");
        }
        if (watchdog == null) {
            limits.add("no /proc: nothing ends the brokers when the harness is killed");
        }
        return List.copyOf(limits);
    }

    /**
     * A fresh, empty folder, readable by its owner only, that is removed with the session.
     *
     * @param name letters, digits, dots, dashes and underscores; the folder's own name begins with it
     */
    public synchronized Path folder(String name) throws IOException {
        if (!FOLDER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("folder name has other than letters, digits, '.', '-', '_': " + name);
        }
        if (closed) {
            throw new IOException("the session is closed: " + folder.path());
        }
        return Files.createTempDirectory(folder.data(), name + "-");
    }

    /**
     * Starts a process in a session of its own and registers it before this returns. Its standard input is empty;
     * output and errors are appended to the log. The command line is for everyone to see: secrets go into files.
     *
     * @param name for messages, such as "Kafka broker"
     * @param environment replaces these variables of the harness's own; an empty value removes one
     * @param folder working directory
     * @param log its parent is created if absent
     */
    public synchronized BrokerProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log)
            throws BrokerException {
        if (closed) {
            throw new BrokerException(name + " cannot start: the session is closed", "open another session");
        }
        try {
            Path absoluteLog = log.toAbsolutePath();
            Files.createDirectories(absoluteLog.resolveSibling("."));
            LogTail tail = new LogTail(absoluteLog);
            String mark = owner.token() + "." + ++startedCount + ".";
            Process process =
                    new ProcessLaunch(this.folder, name, mark).start(command, environment, folder, absoluteLog);
            Optional<RegisteredProcess> registered =
                    ProcessKey.of(process.pid()).map(key -> new RegisteredProcess(key, Setsid.available()));
            BrokerProcess broker = new BrokerProcess(
                    name,
                    process,
                    tail,
                    new ProcessFamily(registered.stream().toList(), SessionOwner.VARIABLE + "=" + mark),
                    () -> registered.ifPresent(this.folder::forget));
            started.push(broker);
            register(registered, name, broker);
            return broker;
        } catch (IOException e) {
            throw new BrokerException(
                    name + " cannot start: " + e.getMessage(),
                    "make sure that " + folder + " and " + log + " can be used",
                    e);
        }
    }

    /** Lets the watchdog end a process that somebody else started, such as a JMH fork, if it outlives the harness. */
    public void adopt(ProcessHandle process, String name) throws IOException {
        registerOther(folder, process.pid(), name);
    }

    /** Where a child process registers itself: given to JMH forks, which call {@link #registerSelf}. */
    public Path registry() {
        return folder.registry();
    }

    /**
     * Registers the calling process in another process's session, which then ends it if it outlives the harness. Does
     * nothing when the calling process opened that session itself, as with JMH without forks, and on a system without
     * /proc.
     *
     * @throws IOException if that session is over
     */
    public static void registerSelf(Path registry, String name) throws IOException {
        registerOther(
                SessionFolder.ofRegistry(registry), ProcessHandle.current().pid(), name);
    }

    /** Ends all processes, the last one started first, and removes all folders. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // The JVM is ending, perhaps this is the hook.
        }
        while (!started.isEmpty()) {
            started.pop().close();
        }
        folder.closeRegistry();
        boolean gone = new ProcessFamily(folder.registered(), owner.marker()).end(ADOPTED_GRACE);
        FolderRemoval.remove(folder.data());
        if (watchdog != null) {
            watchdog.close(WATCHDOG_BOUND);
        }
        if (gone) {
            FolderRemoval.remove(folder.path());
        }
    }

    private static @Nullable Watchdog startWatchdog(SessionFolder folder, SessionOwner owner) throws IOException {
        if (!ProcessTable.available()) {
            return null;
        }
        try {
            return Watchdog.start(folder, owner.marker());
        } catch (IOException e) {
            FolderRemoval.remove(folder.path());
            throw e;
        }
    }

    /** The launch script does the same, but perhaps not yet. */
    private void register(Optional<RegisteredProcess> process, String name, BrokerProcess broker) throws IOException {
        if (process.isPresent()) {
            try {
                folder.register(process.get(), name);
            } catch (IOException e) {
                broker.stop(Duration.ZERO);
                throw e;
            }
        }
    }

    private static void registerOther(SessionFolder folder, long pid, String name) throws IOException {
        Optional<ProcessKey> key = ProcessKey.of(pid);
        boolean harnessItself = folder.owner()
                .filter(SessionOwner::samePidNamespace)
                .map(SessionOwner::harness)
                .equals(key);
        if (key.isPresent() && !harnessItself) {
            folder.register(new RegisteredProcess(key.get(), false), name);
        }
    }
}
