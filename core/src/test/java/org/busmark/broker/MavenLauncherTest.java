package org.busmark.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MavenLauncherTest {
    @TempDir
    private Path folder;

    @Test
    void ownVariableComesFirstThenHomesThenPath() throws BrokerException, IOException {
        Path own = program("own/maven");
        Path home = program("home/bin/mvn");
        Path onPath = program("path/mvn");
        String path = folder.resolve("empty") + File.pathSeparator + onPath.getParent();

        assertEquals(own, find(Map.of("BUSMARK_MVN", own.toString(), "M2_HOME", home(home), "PATH", path)));
        assertEquals(home, find(Map.of("MAVEN_HOME", home(home), "PATH", path)));
        assertEquals(home, find(Map.of("MAVEN_HOME", folder.toString(), "M2_HOME", home(home), "PATH", path)));
        assertEquals(onPath, find(Map.of("PATH", path)));
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        BrokerException missing = assertThrows(BrokerException.class, () -> find(Map.of("PATH", folder.toString())));
        assertTrue(missing.remedy().contains("BUSMARK_MVN"), missing::remedy);
        BrokerException wrong =
                assertThrows(BrokerException.class, () -> find(Map.of("BUSMARK_MVN", folder + "/no-such-mvn")));
        assertTrue(String.valueOf(wrong.getMessage()).contains("no-such-mvn"), wrong::getMessage);
    }

    private static Path find(Map<String, String> environment) throws BrokerException {
        return new MavenLauncher(environment).find();
    }

    private static String home(Path mvn) {
        return mvn.resolve("../..").normalize().toString();
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
