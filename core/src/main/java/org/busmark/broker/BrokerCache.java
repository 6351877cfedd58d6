package org.busmark.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The folder that keeps brokers' software between runs: {@code $BUSMARK_CACHE}, else {@code
 * $XDG_CACHE_HOME/busmark}, else {@code ~/.cache/busmark}. What stands in it under its name is complete. Safe against
 * other threads and other processes.
 *
 * @param folder need not exist yet
 */
public record BrokerCache(Path folder) {
    private static final String REMEDY = "set BUSMARK_CACHE to a folder that can be written";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** A file lock is the process's; among its threads this one decides. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    /** Work done under a lock. */
    @FunctionalInterface
    public interface LockedAction<T> {
        T run() throws BrokerException;
    }

    /** Puts software into a folder. */
    @FunctionalInterface
    public interface Installation {
        /** @param folder empty; it is renamed afterwards, so nothing in it may hold its own path */
        void into(Path folder) throws BrokerException, IOException;
    }

    /** The cache that the environment names. */
    public static BrokerCache ofEnvironment() {
        return new BrokerCache(locate());
    }

    /**
     * Where something stands, or would stand.
     *
     * @param name letters, digits, dots, dashes and underscores
     */
    public Path resolve(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name has other than letters, digits, '.', '-', '_': " + name);
        }
        return folder.toAbsolutePath().resolve(name);
    }

    /**
     * Does something while nobody else, in this process or another one of this machine, does anything under this name.
     * Waits as long as the other takes. The thread that holds the lock may take it again.
     *
     * @throws BrokerException from the action; when the folder cannot be written; at once when the thread is
     *     interrupted while waiting, and then it stays interrupted
     */
    public <T> T withLock(String name, LockedAction<T> action) throws BrokerException {
        Path file = lockFile(name);
        ReentrantLock lock = LOCKS.computeIfAbsent(file, key -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(name, e);
        }
        try {
            return lock.getHoldCount() > 1 ? action.run() : withFileLock(name, file, action);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns {@link #resolve}, after installing there if nothing stands there yet. The installation works in a folder
     * of its own, which gets its name when it is complete; what a killed or failed one left is removed.
     */
    public Path install(String name, Installation installation) throws BrokerException {
        Path target = resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        return withLock(name, () -> Files.isDirectory(target) ? target : installNow(name, target, installation));
    }

    private Path installNow(String name, Path target, Installation installation) throws BrokerException {
        // No name of the cache's can be this one.
        Path draft = target.resolveSibling("." + name + "+installing");
        try {
            FolderRemoval.remove(draft);
            Files.createDirectory(draft);
            installation.into(draft);
            return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BrokerException(name + " cannot be installed: " + e, REMEDY, e);
        } finally {
            FolderRemoval.remove(draft);
        }
    }

    /** The real path, so that two ways to the same folder lead to the same lock. */
    private Path lockFile(String name) throws BrokerException {
        Path named = resolve(name);
        try {
            return Files.createDirectories(folder.toAbsolutePath())
                    .toRealPath()
                    .resolve("." + named.getFileName() + "+lock");
        } catch (IOException e) {
            throw new BrokerException("the cache folder cannot be made: " + folder, REMEDY, e);
        }
    }

    /** The lock's file stays: removing it would let two hold a lock, one on the old file and one on the new. */
    private <T> T withFileLock(String name, Path file, LockedAction<T> action) throws BrokerException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            return action.run();
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(name, e);
            }
            throw new BrokerException("the cache folder cannot be locked: " + file, REMEDY, e);
        }
    }

    private static BrokerException interrupted(String name, Exception cause) {
        return new BrokerException(name + ": interrupted while waiting for its lock", "start it again", cause);
    }

    private static Path locate() {
        String own = System.getenv("BUSMARK_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "busmark").toAbsolutePath();
        }
        return Path.of(System.getProperty("user.home"), ".cache", "busmark");
    }
}
