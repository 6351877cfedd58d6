package org.busmark.broker;

import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session promises while its harness lives. */
@Timeout(120)
final class BrokerSessionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void closingEndsEveryProcessAndLeavesNoFolder() throws Exception {
        BrokerProcess one;
        BrokerProcess other;
        try (BrokerSession session = open()) {
            one = sleeper(session);
            other = sleeper(session);
            Path data = session.folder("kafka");
            Files.writeString(data.resolve("segment"), "bytes");
            assertEquals(List.of(), session.limits());
        }
        assertFalse(one.handle().isAlive());
        assertFalse(other.handle().isAlive());
        assertEquals(List.of(), SessionFolder.in(folder.resolve("data")));
    }

    @Test
    void closingWaitsForTheWatchdog() throws Exception {
        BrokerSession session = open();
        ProcessKey watchdog = sessionFolder(session).watchdog().orElseThrow();
        assertTrue(watchdog.lives());
        session.close();
        assertFalse(watchdog.lives());
        session.close();
    }

    @Test
    void processesAreStoppedInReverseOrder() throws Exception {
        Path log = folder.resolve("both.log");
        try (BrokerSession session = open()) {
            for (String name : List.of("first", "second")) {
                String script = "trap 'echo " + name + " ends; exit 0' TERM; echo " + name
                        + " is up; while :; do sleep 0.05; done";
                BrokerProcess process = session.start(name, List.of("sh", "-c", script), Map.of(), folder, log);
                process.awaitLog(java.time.Duration.ofSeconds(60), name + " is up");
            }
        }
        assertEquals(List.of("first is up", "second is up", "second ends", "first ends"), Files.readAllLines(log));
    }

    @Test
    void aProcessIsRegisteredWhenStartReturnsAndForgottenWhenItIsStopped() throws Exception {
        try (BrokerSession session = open()) {
            BrokerProcess process = sleeper(session);
            ProcessKey key = ProcessKey.of(process.handle().pid()).orElseThrow();
            assertEquals(
                    List.of(new RegisteredProcess(key, true)),
                    sessionFolder(session).registered());
            process.close();
            assertEquals(List.of(), sessionFolder(session).registered());
        }
    }

    @Test
    void aProcessLeadsASessionOfItsOwn() throws Exception {
        try (BrokerSession session = open()) {
            BrokerProcess process = sleeper(session);
            long pid = process.handle().pid();
            eventually("its session", () -> ProcessStat.read(pid).orElseThrow().sessionId() == pid);
        }
    }

    @Test
    void onlyTheOwnerReads() throws Exception {
        try (BrokerSession session = open()) {
            for (Path path : List.of(sessionFolder(session).path(), session.folder("rabbitmq"))) {
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
    }

    @Test
    void foldersOfOneNameDiffer() throws Exception {
        try (BrokerSession session = open()) {
            assertNotEquals(session.folder("node"), session.folder("node"));
            assertThrows(IllegalArgumentException.class, () -> session.folder("../node"));
            assertThrows(IllegalArgumentException.class, () -> session.folder("a node"));
        }
    }

    @Test
    void aClosedSessionStartsNothing() throws Exception {
        BrokerSession session = open();
        session.close();
        BrokerException failure = assertThrows(BrokerException.class, () -> sleeper(session));
        assertEquals("sleeper cannot start: the session is closed", failure.getMessage());
        assertThrows(IOException.class, () -> session.folder("kafka"));
        assertThrows(IOException.class, () -> BrokerSession.registerSelf(session.registry(), "fork"));
        assertThrows(IOException.class, () -> session.adopt(ProcessHandle.current(), "fork"));
    }

    @Test
    void whiteSpaceInTheDataDirectoryIsRefused() {
        Path spaced = folder.resolve("my data");
        IOException failure = assertThrows(IOException.class, () -> BrokerSession.open(spaced));
        assertEquals(
                "data directory has white space, which brokers' scripts cannot take: '" + spaced + "'",
                failure.getMessage());
        assertFalse(Files.exists(spaced));
    }

    @Test
    void twoSessionsOnOneDataDirectoryDoNotTouchEachOther() throws Exception {
        try (BrokerSession left = open()) {
            BrokerProcess ours = sleeper(left);
            Path data = left.folder("kafka");
            BrokerSession right = open();
            BrokerProcess theirs = sleeper(right);
            right.close();
            assertFalse(theirs.handle().isAlive());
            assertTrue(ours.handle().isAlive());
            assertTrue(Files.exists(data));
        }
    }

    @Test
    void closingEndsAnAdoptedProcessAndNoOther() throws Exception {
        Process fork = new ProcessBuilder("sleep", "1000").start();
        Process bystander = new ProcessBuilder("setsid", "sleep", "1000").start();
        try {
            try (BrokerSession session = open()) {
                session.adopt(fork.toHandle(), "fork");
                registerReused(sessionFolder(session), bystander);
            }
            eventually("the fork's end", () -> !fork.isAlive());
            assertTrue(bystander.isAlive());
        } finally {
            fork.destroyForcibly();
            bystander.destroyForcibly();
        }
    }

    @Test
    void aHarnessThatRegistersInItsOwnSessionSurvivesItsEnd() throws Exception {
        try (BrokerSession session = open()) {
            BrokerSession.registerSelf(session.registry(), "without forks");
            assertEquals(List.of(), sessionFolder(session).registered());
        }
    }

    /** Registers another process under this one's pid, as if the system had given the pid again. */
    static void registerReused(SessionFolder session, Process process) throws IOException {
        ProcessKey key = ProcessKey.of(process.pid()).orElseThrow();
        session.register(
                new RegisteredProcess(new ProcessKey(key.pid(), key.startTicks() - 1), true), "an earlier process");
    }

    private BrokerSession open() throws IOException {
        return BrokerSession.open(folder.resolve("data"));
    }

    private BrokerProcess sleeper(BrokerSession session) throws BrokerException {
        return session.start("sleeper", List.of("sleep", "1000"), Map.of(), folder, folder.resolve("logs/sleeper.log"));
    }

    private static SessionFolder sessionFolder(BrokerSession session) {
        return SessionFolder.ofRegistry(session.registry());
    }
}
