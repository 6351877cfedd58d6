package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching, with Mavens of the test's own; the real one is tried by whatever test starts a broker. */
final class KafkaInstallTest {
    /** Puts one jar where {@code -DoutputDirectory} says. */
    private static final String WORKING = """
            #!/bin/sh
            for argument in "$@"; do
              case "$argument" in -DoutputDirectory=*) mkdir -p "${argument#*=}" && : > "${argument#*=}/kafka.jar";; esac
            done
            """;

    private static final String BROKEN = """
            #!/bin/sh
            echo "[ERROR] no route to the repository"
            exit 3
            """;

    @TempDir
    private Path folder;

    @Test
    void brokenMavenIsShownWithItsLastLinesAndTheRemedy() throws IOException {
        BrokerException failed =
                assertThrows(BrokerException.class, () -> install(maven(BROKEN), Progress.SILENT), "install");
        String message = String.valueOf(failed.getMessage());
        assertTrue(message.contains("status 3"), message);
        assertTrue(message.contains("[ERROR] no route to the repository"), message);
        assertTrue(failed.remedy().contains("./busmark brokers install kafka"), failed::remedy);
        assertFalse(Files.exists(cache().resolve("kafka-" + version())), "a half installation was left");
    }

    @Test
    void missingMavenIsShownWithTheRemedy() {
        BrokerException failed =
                assertThrows(BrokerException.class, () -> install(Map.of("PATH", ""), Progress.SILENT));
        assertTrue(failed.remedy().contains("install Maven"), failed::remedy);
    }

    @Test
    void fetchesOnceAndSaysSo() throws BrokerException, IOException {
        Queue<String> steps = new ConcurrentLinkedQueue<>();
        Map<String, String> maven = maven(WORKING);

        BrokerSoftware software = install(maven, steps::add);
        assertTrue(Files.exists(KafkaInstall.lib(software.home()).resolve("kafka.jar")));
        assertEquals(version(), software.version());
        assertTrue(software.origin().endsWith(version()), software::origin);
        assertTrue(String.valueOf(steps.peek()).contains("first time only"), steps::toString);

        steps.clear();
        assertEquals(software, install(Map.of(), steps::add), "the second time needs no Maven");
        assertEquals(List.of(), List.copyOf(steps));
    }

    @Test
    void interruptedFetchLeavesNothing() throws IOException {
        Map<String, String> maven = maven("#!/bin/sh\nexec sleep 600\n");
        assertThrows(
                BrokerException.class,
                () -> install(maven, step -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted(), "the interrupt was swallowed");
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left");
    }

    private BrokerSoftware install(Map<String, String> environment, Progress progress) throws BrokerException {
        return new KafkaRecipe(environment, Map.of(), () -> LoopbackPorts.free(2)).install(cache(), progress);
    }

    private BrokerCache cache() {
        return new BrokerCache(folder.resolve("cache"));
    }

    private static String version() {
        return KafkaRelease.ofBuild().version();
    }

    private Map<String, String> maven(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("mvn"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return Map.of("BUSMARK_MVN", file.toString());
    }
}
