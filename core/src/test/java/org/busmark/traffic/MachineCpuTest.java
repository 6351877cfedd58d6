package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineCpuTest {
    private static final String SELF = "77 (java (a) b) S 1 77 77 0 -1 4194560 100 0 0 0 250 50 7 8 20 0 30 0 1000 1 1";

    @TempDir
    Path proc = Path.of("");

    private void write(String stat, String self) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("stat"), stat);
        Files.writeString(proc.resolve("self/stat"), self);
    }

    @Test
    void readsTheMachinesAndItsOwnTime() throws IOException {
        write("cpu  100 200 300 4000 50 6 7 80 90 10\ncpu0 1 1 1 1 1 1 1 1 1 1\n", SELF);
        MachineCpu cpu = MachineCpu.read(proc).orElseThrow();
        assertEquals(47.43, cpu.total(), 1e-9);
        assertEquals(6.0, cpu.busy(), 1e-9);
        assertEquals(0.8, cpu.stolen(), 1e-9);
        assertEquals(3.0, cpu.own(), 1e-9);
        assertEquals(0, cpu.minus(cpu).busy());
        assertEquals(6.0, cpu.plus(cpu).own(), 1e-9);
    }

    @Test
    void whatCannotBeReadIsAbsent() throws IOException {
        assertTrue(MachineCpu.read(proc).isEmpty());
        for (String stat : new String[] {"", "cpu  1 2\n", "cpu  a b c d e f g h i j\n"}) {
            write(stat, SELF);
            assertTrue(MachineCpu.read(proc).isEmpty(), stat);
        }
        write("cpu  1 2 3 4 5 6 7 8 9 10\n", "77 (java) S 1");
        assertTrue(MachineCpu.read(proc).isEmpty());
    }
}
