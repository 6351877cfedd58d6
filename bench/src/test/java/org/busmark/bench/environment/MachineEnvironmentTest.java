package org.busmark.bench.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.busmark.results.record.EnvironmentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineEnvironmentTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void readsWhatLinuxTells() throws IOException {
        write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\nprocessor\t: 1\nmodel name\t: Other\n");
        write("proc/meminfo", "MemTotal:        2048 kB\nMemFree: 1 kB\n");
        write("proc/stat", "cpu  1 2 3 4 5 6 7 800 9 10\ncpu0 1 2 3 4 5 6 7 8\n");
        write("proc/self/timerslack_ns", "50000\n");
        write("proc/self/limits", "Limit  Soft  Hard  Units\nMax open files            1024   4096   files\n");
        write("proc/1/cgroup", "0::/docker/abc\n");
        write("etc/os-release", "NAME=x\nPRETTY_NAME=\"Some Linux 12\"\n");
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        AtomicLong nowNs = new AtomicLong();
        MachineEnvironment environment = MachineEnvironment.begin(root, nowNs::get);
        nowNs.set(2_500_000_000L);
        write("proc/stat", "cpu  1 2 3 4 5 6 7 950 9 10\n");

        EnvironmentRecord record = environment.read(root, List.of("-Xmx2g", "-Dsecret=x"));

        assertEquals("Some CPU @ 2 GHz", record.cpuModel());
        assertEquals(2048L << 10, record.memoryBytes());
        assertEquals("Some Linux 12", record.operatingSystem());
        assertEquals(1024L, record.openFilesLimit());
        assertEquals(50_000L, record.timerSlackNs());
        assertEquals(1.5, Objects.requireNonNull(record.stolenCpuSeconds()), 1e-9);
        assertEquals(2.5, Objects.requireNonNull(record.elapsedSeconds()), 1e-9);
        assertEquals("150000 100000", record.others().get("cpuQuota"));
        assertEquals("madvise", record.others().get("transparentHugePages"));
        assertEquals("0::/docker/abc", record.others().get("container"));
        assertTrue(Objects.requireNonNull(record.jvmOptions()).endsWith("-Xmx2g"), record.jvmOptions());
        assertFalse(Objects.requireNonNull(record.jvmOptions()).contains("-D"), record.jvmOptions());
    }

    @Test
    void aContainersMemoryIsWhatItMayUse() throws IOException {
        write("proc/meminfo", "MemTotal:        2048 kB\n");
        write("sys/fs/cgroup/memory.max", "max\n");
        assertEquals(2048L << 10, memoryBytes());
        write("sys/fs/cgroup/memory.max", "1000000\n");
        assertEquals(1_000_000L, memoryBytes());
        write("sys/fs/cgroup/memory.max", "9000000000000\n");
        assertEquals(2048L << 10, memoryBytes());
    }

    private Long memoryBytes() {
        return Objects.requireNonNull(MachineEnvironment.begin(root, System::nanoTime)
                .read(root, List.of())
                .memoryBytes());
    }

    @Test
    void withoutProcTheRestIsStillThere() {
        EnvironmentRecord record =
                MachineEnvironment.begin(root, System::nanoTime).read(root.resolve("not/yet"), List.of());
        assertNull(record.cpuModel());
        assertNull(record.memoryBytes());
        assertNull(record.stolenCpuSeconds());
        assertNull(record.openFilesLimit());
        assertNull(record.timerSlackNs());
        assertNotNull(record.jvm());
        assertNotNull(record.kernel());
        assertNotNull(record.operatingSystem());
        assertNotNull(record.dataFileSystem());
        assertFalse(record.others().containsKey("container"));
    }

    @Test
    void nonsenseInProcIsNotAFailure() throws IOException {
        write("proc/stat", "cpu  1 2\n");
        write("proc/meminfo", "MemTotal: lots\n");
        write("proc/self/timerslack_ns", "unlimited\n");
        write("proc/self/limits", "Max open files            unlimited   unlimited   files\n");
        EnvironmentRecord record =
                MachineEnvironment.begin(root, System::nanoTime).read(root, List.of());
        assertNull(record.stolenCpuSeconds());
        assertNull(record.memoryBytes());
        assertNull(record.timerSlackNs());
        assertNull(record.openFilesLimit());
    }

    @Test
    void thisMachineHasCores() {
        EnvironmentRecord record = MachineEnvironment.begin().read(root, List.of());
        assertEquals(Runtime.getRuntime().availableProcessors(), record.cores());
        assertTrue(Objects.requireNonNull(record.elapsedSeconds()) >= 0);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }
}
