package org.busmark.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the next session does with folders that it finds. */
@Timeout(120)
final class StaleSessionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Process sleeper;

    private SessionOwner self = SessionOwner.self();
    /** This process's pid as of another start time. */
    private ProcessKey dead =
            new ProcessKey(self.harness().pid(), self.harness().startTicks() - 1);

    @BeforeEach
    void start() throws IOException {
        sleeper = new ProcessBuilder("setsid", "sleep", "1000").start();
    }

    @AfterEach
    void end() {
        sleeper.destroyForcibly();
    }

    @Test
    void aDeadSessionIsEnded() throws Exception {
        SessionFolder stale = session(dead, self.boot(), self.pidNamespace());
        stale.register(new RegisteredProcess(key(), true), "broker");
        openAndClose();
        assertFalse(key(sleeper).filter(ProcessKey::lives).isPresent());
        assertFalse(Files.exists(stale.path()));
    }

    @Test
    void aSessionWhoseWatchdogWasKilledWhileItCleanedIsEnded() throws Exception {
        SessionFolder stale = session(dead, self.boot(), self.pidNamespace());
        stale.register(new RegisteredProcess(key(), true), "broker");
        stale.closeRegistry();
        openAndClose();
        assertFalse(key(sleeper).filter(ProcessKey::lives).isPresent());
        assertFalse(Files.exists(stale.path()));
    }

    @Test
    void aReusedPidIsNotKilled() throws Exception {
        SessionFolder stale = session(dead, self.boot(), self.pidNamespace());
        BrokerSessionTest.registerReused(stale, sleeper);
        openAndClose();
        assertTrue(sleeper.isAlive());
        assertFalse(Files.exists(stale.path()));
    }

    @Test
    void aSessionFromBeforeTheMachineStartedLosesOnlyItsFolder() throws Exception {
        SessionFolder stale = session(self.harness(), "an earlier boot", self.pidNamespace());
        stale.register(new RegisteredProcess(key(), true), "broker");
        openAndClose();
        assertTrue(sleeper.isAlive());
        assertFalse(Files.exists(stale.path()));
    }

    @Test
    void anotherContainersSessionIsLeftAlone() throws Exception {
        SessionFolder strange = session(dead, self.boot(), "pid:[1]");
        strange.register(new RegisteredProcess(key(), true), "broker");
        openAndClose();
        assertTrue(sleeper.isAlive());
        assertTrue(Files.exists(strange.path()));
    }

    @Test
    void aSessionWhoseWatchdogIsAtWorkIsLeftToIt() throws Exception {
        SessionFolder ending = session(dead, self.boot(), self.pidNamespace());
        Files.writeString(ending.path().resolve("watchdog"), key().toString());
        openAndClose();
        assertTrue(Files.exists(ending.path()));
    }

    @Test
    void aFolderBeingMadeIsLeftAloneAndAnOldOneWithoutOwnerGoes() throws Exception {
        Path young = Files.createDirectory(data.resolve("busmark-session-young"));
        Path old = Files.createDirectory(data.resolve("busmark-session-old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        openAndClose();
        assertTrue(Files.exists(young));
        assertFalse(Files.exists(old));
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        SessionFolder stale = session(dead, self.boot(), self.pidNamespace());
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious"), "bytes");
        Files.createSymbolicLink(stale.data().resolve("link"), elsewhere);
        Files.createSymbolicLink(data.resolve("busmark-session-link"), elsewhere);
        Files.setLastModifiedTime(elsewhere, FileTime.from(Instant.now().minusSeconds(3600)));
        openAndClose();
        assertFalse(Files.exists(stale.path()));
        assertEquals("bytes", Files.readString(precious));
    }

    private SessionFolder session(ProcessKey harness, String boot, String pidNamespace) throws IOException {
        return SessionFolder.create(data, new SessionOwner(harness, boot, pidNamespace, self.token()));
    }

    private void openAndClose() throws IOException {
        BrokerSession.open(data).close();
    }

    private ProcessKey key() {
        return key(sleeper).orElseThrow();
    }

    private static java.util.Optional<ProcessKey> key(Process process) {
        return ProcessKey.of(process.pid());
    }
}
