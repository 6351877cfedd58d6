package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busmark.results.files.InvalidFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void readsNamesAndValues() throws IOException, InvalidFileException {
        Path file = Files.writeString(folder.resolve("k.properties"), "# where\nbootstrap.servers=a:1,b:2\nx = y z\n");
        assertEquals(Map.of("bootstrap.servers", "a:1,b:2", "x", "y z"), ConnectionFile.read(file));
    }

    @Test
    void refusesWhatHoldsNothingUsable() throws IOException {
        assertComplaint("holds no setting", Files.writeString(folder.resolve("empty.properties"), "# nothing\n"));
        assertComplaint("not a properties file", Files.writeString(folder.resolve("bad.properties"), "a=\\u00zz\n"));
        assertComplaint("no such file", folder.resolve("none.properties"));
    }

    private static void assertComplaint(String part, Path file) {
        InvalidFileException refusal = assertThrows(InvalidFileException.class, () -> ConnectionFile.read(file));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(file + ": " + part), refusal.getMessage());
    }
}
