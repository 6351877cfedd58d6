package org.busmark.broker;

import static org.busmark.broker.BrokerSessionTest.registerReused;
import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No way for a harness to die leaves a process or a folder. */
@Timeout(240)
final class HarnessDeathTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path work;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HarnessProcess harness;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Process bystander;

    private List<ProcessKey> brood = List.of();

    @BeforeEach
    void start() throws IOException {
        bystander = new ProcessBuilder("setsid", "sleep", "1000").start();
        harness = HarnessProcess.start(work);
        registerReused(harness.session(), bystander);
        brood = harness.brood();
        assertEquals(6, brood.stream().filter(ProcessKey::lives).count());
    }

    @AfterEach
    void end() throws IOException {
        bystander.destroyForcibly();
        harness.kill();
        harness.close();
        brood.forEach(process -> process.signal(true));
    }

    @Test
    void killedAlone() {
        harness.kill();
        assertNothingIsLeft();
    }

    @Test
    void killedWithItsWholeProcessGroup() throws Exception {
        harness.killGroup();
        assertNothingIsLeft();
    }

    @Test
    void askedToEnd() {
        harness.terminate();
        assertNothingIsLeft();
    }

    @Test
    void endedWithoutClosing() throws Exception {
        harness.close();
        assertNothingIsLeft();
    }

    @Test
    void killedAfterItsWatchdogWasAskedToEnd() throws Exception {
        for (String signal : List.of("INT", "TERM", "HUP")) {
            String watchdog = Long.toString(watchdog().pid());
            new ProcessBuilder("kill", "-s", signal, watchdog)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        harness.kill();
        assertNothingIsLeft();
    }

    @Test
    void killedWithItsWatchdog() throws Exception {
        ProcessKey watchdog = watchdog();
        watchdog.signal(true);
        eventually("the watchdog's end", () -> !watchdog.lives());
        harness.kill();
        eventually("the harness's end", () -> !harness.handle().isAlive());
        assertTrue(brood.stream().allMatch(ProcessKey::lives));
        assertEquals(1, sessions().size());

        BrokerSession next = BrokerSession.open(work.resolve("data"));
        assertFalse(brood.stream().anyMatch(ProcessKey::lives));
        assertEquals(1, sessions().size());
        next.close();
        assertNothingIsLeft();
    }

    @Test
    void anotherHarnessOnItsDataDirectoryLeavesItAlone() throws Exception {
        Path data = work.resolve("data");
        BrokerSession.open(data).close();
        assertTrue(brood.stream().allMatch(ProcessKey::lives));
        assertTrue(watchdog().lives());
        harness.kill();
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        eventually("the processes' end: " + brood, () -> brood.stream().noneMatch(ProcessKey::lives));
        eventually("the folder's end", () -> sessions().isEmpty());
        assertTrue(bystander.isAlive());
    }

    private ProcessKey watchdog() throws IOException {
        return harness.session().watchdog().orElseThrow();
    }

    private List<SessionFolder> sessions() {
        try {
            return SessionFolder.in(work.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
