package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineCpuTest {
    private static final String STAT = "cpu  100 200 300 4000 50 6 7 80 90 10\ncpu0 1 1 1 1 1 1 1 1 1 1\ncpu1 1 1\n";
    private static final String UPTIME = "23.50 40.00\n";

    @TempDir
    Path proc = Path.of("");

    private static String process(String name, int user, int system, int reapedUser, int reapedSystem) {
        return "77 (" + name + ") S 1 77 77 0 -1 4194560 100 0 0 0 " + user + " " + system + " " + reapedUser + " "
                + reapedSystem + " 20 0 30 0 1000 1 1";
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsTheMachinesAndItsOwnTime() throws IOException {
        write("stat", STAT);
        write("uptime", UPTIME);
        write("self/stat", process("java (a) b", 250, 50, 7, 8));
        write("1/stat", process("in\u00e9t) ( 9", 100, 20, 30, 4));
        write("77/stat", process("java (a) b", 250, 50, 7, 8));
        Files.createDirectories(proc.resolve("78"));
        MachineCpu cpu = MachineCpu.read(proc).orElseThrow();
        assertEquals(47, cpu.total(), 1e-9, "two processors");
        assertEquals(1.54 + 3.15, cpu.busy(), 1e-9, "what ended and was waited for is in it");
        assertEquals(0.8, cpu.stolen(), 1e-9);
        assertEquals(3.0, cpu.own(), 1e-9);
        assertEquals(0, cpu.minus(cpu).busy());
        assertEquals(6.0, cpu.plus(cpu).own(), 1e-9);
    }

    @Test
    void whoRunsOnlyWhereNobodyElseDoesIsNotBusy() throws IOException {
        write("stat", STAT);
        write("uptime", UPTIME);
        write("self/stat", process("java", 250, 50, 7, 8));
        String untilPolicy = " 1 0 0 0 0 0 0 0 0 0 0 0 0 17 1 0";
        write("1/stat", process("normal", 100, 20, 30, 4) + untilPolicy + " 0 0 0 0");
        write("77/stat", process("idle", 9000, 50, 7, 8) + untilPolicy + " 5 0 0 0");
        assertEquals(1.54, MachineCpu.read(proc).orElseThrow().busy(), 1e-9);
    }

    @Test
    void aShareThatIsAtALimitIsNotBeyondIt() {
        MachineCpu before = new MachineCpu(76_543.22, 812.07, 1_234.56, 0.8);
        MachineCpu after = new MachineCpu(76_547.22, 812.11, 1_234.6, 0.84);
        MachineCpu used = after.minus(before);
        assertEquals(0.01, MachineCpu.share(used.stolen(), used.total()));
        assertEquals(
                0.01, MachineCpu.share(used.plus(used).busy(), used.plus(used).total()));
        assertEquals(0.10, MachineCpu.share(0.56, 5.60));
        assertEquals(0.5, MachineCpu.share(16.1 - 15.1, 2.000_000_9));
    }

    @Test
    void aShareOfLessThanATickIsANumber() {
        assertEquals(0, MachineCpu.share(0, 0.003));
        assertEquals(1, MachineCpu.share(0.01, 0.003));
    }

    @Test
    void whatCannotBeReadIsAbsent() throws IOException {
        assertTrue(MachineCpu.read(proc).isEmpty());
        write("self/stat", process("java", 1, 1, 1, 1));
        write("uptime", UPTIME);
        for (String stat : new String[] {"", "cpu  1 2\n", "cpu  a b c d e f g h i j\n"}) {
            write("stat", stat);
            assertTrue(MachineCpu.read(proc).isEmpty(), stat);
        }
        write("stat", STAT);
        assertTrue(MachineCpu.read(proc).isPresent());
        write("self/stat", "77 (java) S 1");
        assertTrue(MachineCpu.read(proc).isEmpty());
        write("self/stat", process("java", 1, 1, 1, 1));
        write("uptime", "soon\n");
        assertTrue(MachineCpu.read(proc).isEmpty());
    }

    /** The line for all processors said 0.4 more than was used, on a machine where nothing else ran. */
    @Test
    void aThreadThatTimersWakeIsNoStrangerToItself() throws InterruptedException {
        if (MachineCpu.read().isEmpty()) {
            return;
        }
        MachineCpu before = MachineCpu.read().orElseThrow();
        long untilNs = System.nanoTime() + 300_000_000;
        while (System.nanoTime() - untilNs < 0) {
            Thread.onSpinWait();
        }
        MachineCpu used = MachineCpu.read().orElseThrow().minus(before);
        assertTrue(used.own() >= 0.1, used::toString);
        assertTrue(used.busy() >= used.own() - 0.05, used::toString);
        assertTrue(used.total() >= 0.25, used::toString);
    }
}
