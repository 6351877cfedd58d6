package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ClassArchiveTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anArchiveIsWrittenOnceThenUsedUntilItIsDropped() throws IOException {
        ClassArchive archive = new ClassArchive(folder, jar().toString());
        Path file = folder.resolve("kafka.jsa");
        assertTrue(archive.jvmOptions("kafka").contains("-XX:ArchiveClassesAtExit=" + file));

        Files.createFile(file);
        assertTrue(archive.jvmOptions("kafka").contains("-XX:SharedArchiveFile=" + file));
        assertTrue(archive.jvmOptions("zeromq").contains("-XX:ArchiveClassesAtExit=" + folder.resolve("zeromq.jsa")));

        archive.drop("kafka");
        assertTrue(archive.jvmOptions("kafka").contains("-XX:ArchiveClassesAtExit=" + file));
    }

    @Test
    void foldersOnTheClassPathAreNotForTheJvmToArchive() {
        String classPath = jar() + File.pathSeparator + folder;
        assertEquals(List.of(), new ClassArchive(folder, classPath).jvmOptions("kafka"));
    }

    @Test
    void aFolderWhoseNameTheJvmWouldSplitHasNoArchive() {
        Path split = folder.resolve("a" + File.pathSeparator + "b");
        assertEquals(List.of(), new ClassArchive(split, jar().toString()).jvmOptions("kafka"));
    }

    @Test
    void theJvmTakesTheOptionsAndSaysNothing() throws IOException, InterruptedException {
        ClassArchive archive = new ClassArchive(folder, jar().toString());
        for (int fork = 1; fork <= 2; fork++) {
            String said = said(archive.jvmOptions("kafka"));
            assertTrue(said.contains("Usage: "), said);
            assertFalse(said.contains("[cds"), said);
            assertTrue(Files.exists(folder.resolve("kafka.jsa")));
        }
    }

    /** By a program of one jar that is asked for help. */
    private static String said(List<String> options) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(JavaProgram.ofThisProcess());
        java.command().addAll(options);
        java.command().addAll(List.of("-cp", jar().toString(), "picocli.AutoComplete", "-h"));
        Process process = java.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return text;
    }

    private static Path jar() {
        return Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
