package org.busmark.broker;

import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class BrokerCacheTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void installsOnce() throws Exception {
        BrokerCache cache = new BrokerCache(folder.resolve("deep/cache"));
        AtomicInteger installed = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Path home = cache.install("kafka-4.4.0", draft -> {
                installed.incrementAndGet();
                assertFalse(Files.exists(cache.resolve("kafka-4.4.0")));
                Files.writeString(draft.resolve("lib"), "jar");
            });
            assertEquals(cache.resolve("kafka-4.4.0"), home);
            assertEquals("jar", Files.readString(home.resolve("lib")));
        }
        assertEquals(1, installed.get());
    }

    @Test
    void threadsInstallOnce() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        AtomicInteger installed = new AtomicInteger();
        List<FutureTask<Path>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            FutureTask<Path> task =
                    new FutureTask<>(() -> cache.install("rabbitmq", draft -> installed.incrementAndGet()));
            tasks.add(task);
            new Thread(task).start();
        }
        for (FutureTask<Path> task : tasks) {
            assertTrue(Files.isDirectory(task.get()));
        }
        assertEquals(1, installed.get());
    }

    @Test
    void aFailedInstallationLeavesNothingThatLooksComplete() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        BrokerException failure = assertThrows(
                BrokerException.class,
                () -> cache.install("kafka", draft -> {
                    Files.writeString(draft.resolve("half"), "of it");
                    throw new IOException("no network");
                }));
        assertTrue(String.valueOf(failure.getMessage()).contains("no network"), failure.getMessage());
        assertFalse(Files.exists(cache.resolve("kafka")));
        cache.install("kafka", draft -> assertFalse(Files.exists(draft.resolve("half"))));
        assertTrue(Files.isDirectory(cache.resolve("kafka")));
    }

    @Test
    void aKilledInstallationLeavesNothingThatLooksComplete() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        Process installer = inAnotherJvm("install");
        eventually("its work", () -> Files.exists(folder.resolve("working")));
        installer.destroyForcibly().waitFor();
        assertFalse(Files.exists(cache.resolve("kafka")));
        cache.install("kafka", draft -> assertFalse(Files.exists(draft.resolve("half"))));
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(".kafka+lock", "kafka", "working"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anotherProcessIsWaitedForAndAnInterruptEndsThat() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        Process holder = inAnotherJvm("install");
        try {
            eventually("its lock", () -> Files.exists(folder.resolve("working")));
            CountDownLatch begun = new CountDownLatch(1);
            FutureTask<BrokerException> waiter = new FutureTask<>(() -> {
                begun.countDown();
                BrokerException failure =
                        assertThrows(BrokerException.class, () -> cache.withLock("kafka", () -> "never"));
                assertTrue(Thread.currentThread().isInterrupted());
                return failure;
            });
            Thread thread = new Thread(waiter);
            thread.start();
            begun.await();
            thread.interrupt();
            assertEquals(
                    "kafka: interrupted while waiting for its lock",
                    waiter.get().getMessage());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertEquals("free", cache.withLock("kafka", () -> "free"));
    }

    @Test
    void theHolderMayLockAgainAndOtherNamesAreFree() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        String inner = cache.withLock(
                "kafka", () -> cache.withLock("kafka", () -> cache.withLock("rabbitmq", () -> "inside")));
        assertEquals("inside", inner);
    }

    @Test
    void twoWaysToOneFolderAreOneLock() throws Exception {
        BrokerCache cache = new BrokerCache(folder);
        BrokerCache link = new BrokerCache(Files.createSymbolicLink(folder.resolve("link"), folder));
        assertEquals("inside", cache.withLock("kafka", () -> link.withLock("kafka", () -> "inside")));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        BrokerCache cache =
                new BrokerCache(Files.writeString(folder.resolve("file"), "x").resolve("cache"));
        BrokerException failure = assertThrows(BrokerException.class, () -> cache.install("kafka", draft -> {}));
        assertEquals("the cache folder cannot be made: " + cache.folder(), failure.getMessage());
        assertTrue(failure.remedy().contains("BUSMARK_CACHE"));
    }

    @Test
    void aNameIsNoPath() {
        BrokerCache cache = new BrokerCache(folder);
        for (String name : List.of("", "..", "a/b", ".hidden", "a b", "a+b")) {
            assertThrows(IllegalArgumentException.class, () -> cache.resolve(name), name);
        }
    }

    private Process inAnotherJvm(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.ofThisProcess(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerCacheTest.class.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Begins an installation, says so and never ends it, or ends with the test. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        new BrokerCache(folder).install("kafka", draft -> {
            Files.writeString(draft.resolve("half"), "of it");
            Files.createFile(folder.resolve("working"));
            while (System.in.read() >= 0) {
                // Until the test is gone.
            }
            System.exit(1);
        });
    }
}
