package org.busmark.broker;

import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A harness that is killed in the middle of starting a process leaves neither that one nor any other. */
@Timeout(120)
final class StartingHarnessDeathTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path work;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    void nothingIsLeft(int started) throws Exception {
        try (HarnessProcess harness = HarnessProcess.startBusy(work, Map.of())) {
            assertEquals(List.of(), harness.limits());
            killAfter(started, harness);
        }
    }

    @Test
    void nothingIsLeftOnASystemWithoutSetsidEither() throws Exception {
        Path programs = Files.createDirectory(work.resolve("programs"));
        Path sleep = Files.writeString(programs.resolve("sleep"), "#!/bin/sh\nexec /bin/sleep \"$@\"\n");
        Files.setPosixFilePermissions(sleep, PosixFilePermissions.fromString("rwx------"));
        try (HarnessProcess harness = HarnessProcess.startBusy(work, Map.of("PATH", programs.toString()))) {
            assertEquals(
                    List.of("no setsid: brokers and watchdog share the harness's process group and end with it"),
                    harness.limits());
            assertTrue(harness.session().registered().stream().noneMatch(RegisteredProcess::leader));
            killAfter(5, harness);
        }
    }

    private static void killAfter(int started, HarnessProcess harness) throws IOException {
        SessionFolder session = harness.session();
        String marker = session.owner().orElseThrow().marker();
        eventually("some started", () -> session.registered().size() >= started);
        harness.kill();
        eventually("the folder's end", () -> !Files.exists(session.path()));
        // One that was about to register finds no registry and ends by itself.
        eventually("the processes' end", () -> living(marker).isEmpty());
        assertFalse(harness.handle().isAlive());
    }

    private static Set<ProcessKey> living(String marker) {
        try {
            return ProcessTable.read().family(List.of(), marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
