package org.busmark.results.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busmark.results.MadeUp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons in {@code run.json}, of this version and of older ones. */
final class ComparisonRecordTest {
    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        ComparisonRecord whole = new ComparisonRecord(
                "a", "b", "m", 2, 1.9, 2.1, ComparisonVerdict.FASTER, 10, 0.001, 1.05, 0.002, 1.8, 2.2);
        assertEquals(whole, read(write(whole)));
    }

    @Test
    void anOlderFileHasNoNoiseFloorAndIsRead() throws IOException {
        ComparisonRecord old = new ComparisonRecord("a", "b", "m", 2, 1.9, 2.1, ComparisonVerdict.FASTER, 3, 0.001);
        Path file = write(old);
        assertTrue(!Files.readString(file).contains("noiseFloor"));
        assertEquals(old, read(file));
        assertNull(read(file).noiseFloor());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> comparison(0.9, null, null));
        assertThrows(IllegalArgumentException.class, () -> comparison(Double.NaN, null, null));
        assertThrows(IllegalArgumentException.class, () -> comparison(1.1, 2.0, null));
        assertThrows(IllegalArgumentException.class, () -> comparison(1.1, 2.0, 1.0));
    }

    private static ComparisonRecord comparison(double floor, @Nullable Double low, @Nullable Double high) {
        return new ComparisonRecord(
                "a", "b", "m", 2, 1.9, 2.1, ComparisonVerdict.FASTER, 10, 0.001, floor, 0.002, low, high);
    }

    private Path write(ComparisonRecord comparison) throws IOException {
        Path file = folder.resolve("run.json");
        RunDocumentFile.write(file, MadeUp.document(List.of(), List.of(comparison)));
        return file;
    }

    private static ComparisonRecord read(Path file) throws IOException {
        return RunDocumentFile.read(file).comparisons().get(0);
    }
}
