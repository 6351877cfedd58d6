package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.busmark.bench.campaign.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    /** No disk has it free. */
    private static final long EXBIBYTES = 4L << 60;

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachFolderHasItsOwnOption() {
        CommandFailure results =
                assertThrows(CommandFailure.class, () -> Folders.requireFreeForResults(folder, EXBIBYTES));
        assertEquals(ExitStatus.LACKING, results.status());
        String said = String.valueOf(results.getMessage());
        assertTrue(
                said.matches("results may take about 4398046511104 MiB of .*, where \\d+ MiB are free; "
                        + "--out names another folder"),
                said);
        CommandFailure brokers =
                assertThrows(CommandFailure.class, () -> Folders.requireFreeForBrokers(folder, EXBIBYTES));
        assertTrue(String.valueOf(brokers.getMessage()).endsWith("--data-dir names another folder"));
        assertDoesNotThrow(() -> Folders.requireFreeForResults(folder, 1));
    }
}
