package org.busmark.results.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.MadeUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunRecordFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("fork.json");
        ForkRecord open = MadeUp.openLoopRun("kafka", 2, 800);
        RunRecordFile.write(file, open);
        assertEquals(open, RunRecordFile.read(file));

        ForkRecord failed = new ForkRecord(MadeUp.stream("zeromq"), RunRecord.failed(3, "the fork died: exit 137"));
        RunRecordFile.write(file, failed);
        assertEquals(failed, RunRecordFile.read(file));
    }

    @Test
    void whatTheInstrumentSaysOfItselfIsThereWhenItWasWatched() throws IOException {
        Path file = folder.resolve("fork.json");
        ForkRecord run = MadeUp.watchedRun("kafka", 1);
        ForkRecord watched = new ForkRecord(run.cell(), run.run().madeTimes(2));
        RunRecordFile.write(file, watched);
        assertEquals(watched, RunRecordFile.read(file));
        String json = Files.readString(file);
        for (String field : List.of(
                "\"pacerError\": {",
                "\"jitter\": {",
                "\"backlog\": [",
                "\"messages\": 9,",
                "\"delivered\": 2500",
                "\"stolenCpuShare\": 0.001,",
                "\"foreignCpuShare\": 0.02,",
                "\"compilingShare\": 0.12,",
                "\"made\": 2",
                "\"pacingCpuSecondsPerMillion\": 1.25")) {
            assertTrue(json.contains(field), () -> field + " is not in " + json);
        }

        RunRecordFile.write(file, MadeUp.streamRun("kafka", 1, 500_000));
        String unwatched = Files.readString(file);
        for (String field :
                List.of("pacerError", "jitter", "backlog", "CpuShare", "compilingShare", "pacingCpu", "made")) {
            assertFalse(unwatched.contains(field), unwatched);
        }
    }

    @Test
    void leavesNoOtherFileBehind() throws IOException {
        Path file = folder.resolve("fork.json");
        RunRecordFile.write(file, MadeUp.streamRun("kafka", 1, 500_000));
        RunRecordFile.write(file, MadeUp.streamRun("kafka", 2, 500_000));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("fork.json"));
        Path inside = Files.writeString(taken.resolve("old"), "old");

        assertThrows(IOException.class, () -> RunRecordFile.write(taken, MadeUp.streamRun("kafka", 1, 1)));
        assertEquals("old", Files.readString(inside));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(taken), files.toList());
        }
    }

    @Test
    void absentMeansNotMeasuredAndNothingIsNull() throws IOException {
        Path file = folder.resolve("fork.json");
        RunRecordFile.write(file, MadeUp.streamRun("kafka", 1, 500_000));
        String json = Files.readString(file);

        assertFalse(json.contains("null"), json);
        assertFalse(json.contains("\"response\" "), json);
        assertTrue(json.contains("\"rate\": \"max\""), json);
        assertTrue(json.contains("\"histogramFile\": \"histograms/response-1.hlog\""), json);
        assertTrue(json.contains("\"pacingLag\"") || json.contains("\"service\": {"), json);
        assertTrue(json.endsWith("}\n"), json);
    }

    @Test
    void rateIsANumberInTheOpenLoop() throws IOException {
        Path file = folder.resolve("fork.json");
        RunRecordFile.write(file, MadeUp.openLoopRun("kafka", 1, 800));

        assertTrue(Files.readString(file).contains("\"rate\": 10000,"));
    }

    @Test
    void keysStandInTheOrderOfTheContract() throws IOException {
        Path file = folder.resolve("fork.json");
        RunRecordFile.write(file, MadeUp.openLoopRun("kafka", 1, 800));
        String json = Files.readString(file);
        int at = -1;
        for (String key : List.of(
                "schemaVersion",
                "cell\"",
                "cellId",
                "guarantee",
                "run\"",
                "round",
                "verdict",
                "throughputPerSecond",
                "response\"",
                "service\"",
                "ledger",
                "scheduled",
                "attempted",
                "cost",
                "settings")) {
            int next = json.indexOf('"' + key, at + 1);
            assertTrue(next > at, key + " is out of order in " + json);
            at = next;
        }
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() throws IOException {
        Path file = folder.resolve("fork.json");
        ForkRecord fork = MadeUp.streamRun("kafka", 1, 500_000);
        RunRecordFile.write(file, fork);
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"round\"", "\"flavour\": {\"a\": [1]}, \"round\""));

        assertEquals(fork, RunRecordFile.read(file));
    }

    @Test
    void whatAnEarlierVersionDidNotWriteIsEmpty() throws IOException {
        Path file = folder.resolve("fork.json");
        ForkRecord fork = MadeUp.streamRun("kafka", 1, 500_000);
        RunRecordFile.write(file, fork);
        String json = Files.readString(file);
        String older = json.replaceFirst(",\\s*\"withoutOutcome\": 0,\\s*\"surplusOutcomes\": 0", "")
                .replaceFirst("\"disturbanceLines\": \\[ ?],", "");
        Files.writeString(file, older);

        assertTrue(older.length() < json.length() - 60, older);
        assertEquals(fork, RunRecordFile.read(file));
    }

    @Test
    void whatDisturbedARunAndWhatAnAdapterForgotIsWritten() throws IOException {
        Path file = folder.resolve("fork.json");
        ForkRecord fork = new ForkRecord(MadeUp.stream("kafka"), MadeUp.disturbedRun(1));
        RunRecordFile.write(file, fork);

        assertEquals(fork, RunRecordFile.read(file));
        assertTrue(Files.readString(file).contains("\"withoutOutcome\": 2,"));
        assertTrue(Files.readString(file).contains("RECONNECT: connection reset"));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThrows(
                IOException.class,
                () -> RunRecordFile.write(folder.resolve("none/fork.json"), MadeUp.streamRun("kafka", 1, 1)));
    }
}
