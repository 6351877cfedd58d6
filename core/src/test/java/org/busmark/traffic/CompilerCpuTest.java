package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompilerCpuTest {
    @TempDir
    Path process = Path.of("");

    private void thread(int id, String name, int user, int system) throws IOException {
        Path folder = Files.createDirectories(process.resolve("task").resolve(Integer.toString(id)));
        Files.writeString(folder.resolve("comm"), name + "\n", StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("stat"),
                id + " (" + name + ") S 1 77 77 0 -1 4194560 100 0 0 0 " + user + " " + system + " 0 0 20 0 30 0 1",
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void itIsTheSumOverTheThreadsThatCompile() throws IOException {
        thread(1, "main", 100, 100);
        thread(2, "C2 CompilerThre", 250, 30);
        thread(3, "C1 CompilerThre", 40, 5);
        thread(4, "r\u00e9d) S (C", 7, 7);
        Files.createDirectories(process.resolve("task").resolve("5"));
        assertEquals(3.25, CompilerCpu.readSeconds(process).orElseThrow(), 1e-9);
    }

    @Test
    void withoutSuchAThreadOrALegibleOneItIsNotKnown() throws IOException {
        assertTrue(CompilerCpu.readSeconds(process).isEmpty());
        thread(1, "main", 100, 100);
        assertTrue(CompilerCpu.readSeconds(process).isEmpty());
        thread(2, "C2 CompilerThre", 1, 1);
        Files.writeString(process.resolve("task").resolve("2").resolve("stat"), "2 (C2 CompilerThre) S 1");
        assertTrue(CompilerCpu.readSeconds(process).isEmpty());
    }

    /** Its folder is still there, its figures are not. */
    @Test
    void aCompilerThatEndsWhileItIsReadIsNotMissed() throws IOException {
        thread(2, "C2 CompilerThre", 250, 30);
        thread(3, "C1 CompilerThre", 40, 5);
        Files.delete(process.resolve("task").resolve("3").resolve("stat"));
        assertEquals(2.8, CompilerCpu.readSeconds(process).orElseThrow(), 1e-9);
    }

    @Test
    void thisJvmTellsIt() {
        double before = CompilerCpu.readSeconds().orElseThrow();
        double after = CompilerCpu.readSeconds().orElseThrow();
        assertTrue(before >= 0 && after >= before, before + ", " + after);
    }
}
