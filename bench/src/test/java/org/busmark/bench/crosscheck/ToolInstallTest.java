package org.busmark.bench.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching, with a Maven of the test's own. */
final class ToolInstallTest {
    @TempDir
    private Path folder;

    @Test
    void classPathAndVersionComeFromThePom() throws BrokerException, IOException {
        String script = """
                #!/bin/sh
                for argument in "$@"; do
                  case "$argument" in -DoutputDirectory=*) mkdir -p "${argument#*=}" && : > "${argument#*=}/a.jar";; esac
                done
                """;
        ToolSoftware tools = install("kafka-tools", script);
        assertEquals("4.3.1", tools.version());
        Path lib = folder.resolve("cache/crosscheck-kafka-tools-4.3.1/lib");
        assertEquals(lib + "/*", tools.classPath());
        assertTrue(Files.exists(lib.resolve("a.jar")));
        assertEquals("2.22.1", install("perf-test", script).version());
    }

    @Test
    void mavenThatFailsSaysHowToTryAgain() {
        BrokerException failed =
                assertThrows(BrokerException.class, () -> install("perf-test", "#!/bin/sh\necho no route\nexit 3\n"));
        assertTrue(String.valueOf(failed.getMessage()).contains("no route"), failed::getMessage);
        assertTrue(failed.remedy().contains("./busmark crosscheck"), failed::remedy);
    }

    private ToolSoftware install(String artifact, String script) throws BrokerException, IOException {
        Path mvn = Files.writeString(folder.resolve("mvn"), script);
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
        return new ToolInstall(artifact, "few", Map.of("BUSMARK_MVN", mvn.toString()))
                .into(new BrokerCache(folder.resolve("cache")), Progress.SILENT);
    }
}
