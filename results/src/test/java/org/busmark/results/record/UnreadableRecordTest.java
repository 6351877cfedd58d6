package org.busmark.results.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.busmark.results.MadeUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad files, each with one clear line. */
final class UnreadableRecordTest {
    @TempDir
    private Path folder;

    private Path file;
    private String good;

    @BeforeEach
    void writeAGoodOne() throws IOException {
        file = folder.resolve("fork.json");
        RunRecordFile.write(file, MadeUp.openLoopRun("kafka", 1, 800));
        good = Files.readString(file);
    }

    @Test
    void truncatedAnywhereIsNotWholeJson() throws IOException {
        for (int length = 0; length < good.length() - 2; length += 97) {
            String complaint = complaintAbout(good.substring(0, length));
            assertTrue(complaint.contains("JSON"), complaint);
        }
    }

    @Test
    void syntaxErrorHasItsPlace() throws IOException {
        String complaint = complaintAbout("{\n  \"schemaVersion\": 1,\n  \"cell\": }\n");

        assertTrue(complaint.startsWith(file + ":3:"), complaint);
    }

    @Test
    void unknownSchemaSaysWhichIsKnown() throws IOException {
        assertEquals(
                file + ":2:20: schemaVersion is unknown: 7; allowed: 1",
                complaintAbout(good.replace("\"schemaVersion\": 1", "\"schemaVersion\": 7")));
        assertEquals(file + ":1:1: schemaVersion is missing; allowed: 1", complaintAbout("{}"));
        assertEquals(
                file + ":1:20: schemaVersion is unknown: \"1\"; allowed: 1",
                complaintAbout("{\"schemaVersion\" : \"1\"}"));
        assertEquals(file + ":1:1: not a JSON object", complaintAbout("[1]"));
    }

    @Test
    void wrongTypePointsAtTheValue() throws IOException {
        String complaint = complaintAbout(good.replace("\"round\": 1,", "\"round\": \"one\","));
        assertEquals(
                file + ":" + place("\"round\": ", 9) + ": run.round is \"one\"; allowed: a whole number", complaint);

        complaint = complaintAbout(good.replace("\"attempted\": 1000000", "\"attempted\": 1.5"));
        assertTrue(complaint.endsWith("run.ledger.attempted is 1.5; allowed: a whole number"), complaint);

        complaint = complaintAbout(good.replace("\"bus\": \"kafka\"", "\"bus\": {}"));
        assertTrue(complaint.endsWith("cell.bus is {}; allowed: text"), complaint);
    }

    @Test
    void wrongWordListsThoseThatAreAllowed() throws IOException {
        String complaint = complaintAbout(good.replace("\"VALID\"", "\"GOOD\""));
        assertEquals(
                file + ":" + place("\"verdict\": ", 11)
                        + ": run.verdict is \"GOOD\"; allowed: VALID, DEGRADED, INVALID",
                complaint);

        complaint = complaintAbout(good.replace("\"rate\": 10000", "\"rate\": \"fast\""));
        assertTrue(complaint.endsWith("cell.rate: rate is neither \"max\" nor messages/s: fast"), complaint);
    }

    @Test
    void missingAndNullAreRefusedWhereAValueIsRequired() throws IOException {
        String complaint = complaintAbout(good.replace("\"bus\": \"kafka\",", ""));
        assertEquals(file + ":" + place("\"cell\": ", 8) + ": cell.bus is missing", complaint);

        complaint = complaintAbout(good.replace("\"round\": 1,", ""));
        assertTrue(complaint.endsWith(": run.round is missing"), complaint);

        complaint = complaintAbout(good.replace("\"verdict\": \"VALID\"", "\"verdict\": null"));
        assertTrue(
                complaint.endsWith(
                        ": run.verdict is null; allowed: a value, or no such field where nothing was measured"),
                complaint);

        complaint = complaintAbout(good.replace("\"clientVersion\": \"4.4.0\"", "\"clientVersion\": null"));
        assertTrue(complaint.contains(": run.clientVersion is null; allowed: a value"), complaint);
    }

    @Test
    void valuesOutOfRangeAreRefused() throws IOException {
        String complaint = complaintAbout(good.replace("\"attempted\": 1000000", "\"attempted\": -1"));
        assertTrue(complaint.endsWith("run.ledger: attempted is negative: -1"), complaint);

        complaint = complaintAbout(good.replace("\"rate\": 10000", "\"rate\": 0"));
        assertTrue(complaint.endsWith("rate is not a positive number: 0.0"), complaint);
    }

    @Test
    void duplicatesAndTrailingTextAreRefused() throws IOException {
        String complaint = complaintAbout(good.replace("\"round\": 1,", "\"round\": 1, \"round\": 2,"));
        assertTrue(complaint.contains("Duplicate"), complaint);

        complaint = complaintAbout(good + "{}");
        assertTrue(complaint.contains("JSON"), complaint);
    }

    @Test
    void aFileThatIsNotThereIsAnotherError() {
        assertThrows(NoSuchFileException.class, () -> RunRecordFile.read(folder.resolve("none.json")));
    }

    private String complaintAbout(String json) throws IOException {
        Files.writeString(file, json);
        String message = String.valueOf(assertThrows(UnreadableRecordException.class, () -> RunRecordFile.read(file))
                .getMessage());
        assertTrue(message.startsWith(file + ":"), message);
        assertFalse(message.contains("\n"), message);
        assertFalse(message.contains("org.busmark"), message);
        return message;
    }

    /** Line and column of what stands so far behind this text. */
    private String place(String text, int behind) {
        int at = good.indexOf(text) + behind;
        String before = good.substring(0, at);
        return before.lines().count() + ":" + (at - before.lastIndexOf('\n'));
    }
}
