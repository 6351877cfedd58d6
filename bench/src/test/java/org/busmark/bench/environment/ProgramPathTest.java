package org.busmark.bench.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramPathTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void findsTheFirstThatCanBeRun() throws IOException {
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.createDirectory(folder.resolve("tool"));
        Path tool = Files.writeString(second.resolve("tool"), "");
        Files.writeString(second.resolve("text"), "");
        assertTrue(tool.toFile().setExecutable(true));
        ProgramPath path = new ProgramPath(folder + File.pathSeparator + second);
        assertEquals(Optional.of(tool), path.find("tool"));
        assertEquals(Optional.empty(), path.find("text"));
        assertEquals(Optional.empty(), new ProgramPath("").find("tool"));
    }

    @Test
    void aFolderThatIsNotThereYetHasTheFileSystemOfItsParent() {
        assertEquals(folder.toAbsolutePath(), FileSystemOf.existing(folder.resolve("a/b")));
        assertEquals(FileSystemOf.type(folder), FileSystemOf.type(folder.resolve("a/b")));
        assertTrue(FileSystemOf.freeBytes(folder.resolve("a/b")).getAsLong() > 0);
    }
}
