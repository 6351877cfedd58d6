package org.busmark.bench.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.busmark.results.record.EnvironmentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FsyncProbeTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aWriteTakesTimeAndLeavesNothing() throws IOException {
        FsyncProbe probe = FsyncProbe.in(folder).orElseThrow();
        assertTrue(probe.medianUs() > 0 && probe.p99Us() >= probe.medianUs(), probe::toString);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderThatIsNotThereHasNoProbe() {
        assertTrue(FsyncProbe.in(folder.resolve("none")).isEmpty());
    }

    @Test
    void itStandsInTheEnvironmentOnceItWasTried() {
        MachineEnvironment environment = MachineEnvironment.begin();
        EnvironmentRecord before = environment.read(folder, java.util.List.of());
        assertTrue(before.fsyncMedianUs() == null && before.fsyncP99Us() == null, before::toString);
        environment.probeDisk(folder);
        EnvironmentRecord after = environment.read(folder, java.util.List.of());
        assertTrue(Objects.requireNonNull(after.fsyncP99Us()) >= Objects.requireNonNull(after.fsyncMedianUs()));
    }
}
