package org.busmark.bench.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForkBriefTest {
    private static final String ODD = "aZ0 =:#!\\\"'\n\r\t,.${}%\u0000\u001f\u007f\u00e4\u2028\u4e2d\ud83d\ude00";

    @TempDir
    Path folder = Path.of("");

    @Test
    void whateverItHoldsIsReadAgain() throws IOException {
        Random random = new Random(42);
        Path file = folder.resolve("brief");
        for (int i = 0; i < 300; i++) {
            ForkBrief brief = any(random);
            brief.write(file);
            assertEquals(brief, ForkBrief.read(file));
        }
    }

    @Test
    void onlyItsOwnerReadsItEvenWhereEveryoneReadAnOlderFile() throws IOException {
        Path file = Files.writeString(folder.resolve("brief"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        withPassword("secret").write(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void itsTextNamesWhatTheConnectionHoldsAndKeepsTheValues() {
        String text = withPassword("sesame").toString();
        assertTrue(text.contains("connection=[password, user]"), text);
        assertTrue(text.contains("round=3"), text);
        assertFalse(text.contains("sesame"), text);
    }

    @Test
    void aProcessStartedByHandHasNone() throws IOException {
        assertTrue(ForkBrief.ofThisProcess().isEmpty());
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThrows(NoSuchFileException.class, () -> ForkBrief.read(folder.resolve("none")));
    }

    private static ForkBrief withPassword(String password) {
        return new ForkBrief(Map.of("user", "me", "password", password), null, 3, 7, null, null, List.of(), null);
    }

    private static ForkBrief any(Random random) {
        Map<String, String> connection = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            connection.put(text(random), text(random));
        }
        return new ForkBrief(
                connection,
                path(random),
                random.nextInt(100),
                random.nextInt(),
                path(random),
                path(random),
                random.longs(random.nextInt(4), 1, Long.MAX_VALUE).boxed().toList(),
                path(random));
    }

    private static @Nullable Path path(Random random) {
        return random.nextBoolean() ? null : Path.of("/a b", text(random).replace('\u0000', '-'));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] points = ODD.codePoints().toArray();
        random.ints(random.nextInt(20), 0, points.length).forEach(i -> text.appendCodePoint(points[i]));
        return text.toString();
    }
}
