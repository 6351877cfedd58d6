package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.bench.campaign.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    @TempDir
    Path folder = Path.of("");

    private Path stored = Path.of("");

    @BeforeEach
    void store() throws IOException {
        stored = Files.createDirectory(folder.resolve("stored"));
        StoredRun.in(stored);
    }

    @Test
    void writesPageTextAndTableAndPrintsTheirNames() throws IOException {
        CommandRun run = new CommandRun(folder);

        assertEquals(ExitStatus.OK, run.of("report", stored.toString()), run::err);
        assertEquals(
                Stream.of("report.html", "report.md", "report.csv")
                        .map(name -> stored.resolve(name).toString())
                        .toList(),
                run.out().lines().toList());
        assertEquals("", run.err());
        assertTrue(Files.readString(stored.resolve("report.html")).startsWith("<!doctype html>"));
        assertTrue(Files.readString(stored.resolve("report.md")).startsWith("# Busmark: "));
        assertTrue(Files.readString(stored.resolve("report.csv")).startsWith("cellId,"));
    }

    @Test
    void writesWhatIsAskedForAndNothingElse() throws IOException {
        byte[] document = Files.readAllBytes(stored.resolve("run.json"));
        CommandRun run = new CommandRun(folder);

        assertEquals(ExitStatus.OK, run.of("report", stored.toString(), "--format", "hgrm,json"), run::err);
        assertEquals(
                List.of("histograms/kafka-0123abcd-response.hgrm", "run.json"),
                run.out()
                        .lines()
                        .map(line -> stored.relativize(Path.of(line)).toString())
                        .toList());
        assertArrayEquals(document, Files.readAllBytes(stored.resolve("run.json")), "left as it is");
        assertFalse(Files.exists(stored.resolve("report.html")));
    }

    @Test
    void aMissingHistogramIsNamedAndTheReportWritten() throws IOException {
        Files.delete(stored.resolve(StoredRun.LOG));
        CommandRun run = new CommandRun(folder);

        assertEquals(ExitStatus.USAGE, run.of("report", stored.toString(), "--format", "html,hgrm"));
        assertEquals(
                "busmark: " + stored.resolve(StoredRun.LOG) + ": histogram log is missing; its curve is left out",
                run.err().strip());
        assertTrue(Files.readString(stored.resolve("report.html")).contains("Apache Kafka is left out of the picture"));
    }

    @Test
    void refusesAnUnknownFormat() {
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "--format is 'pdf'; allowed: html, md, csv, json, hgrm, png",
                        "report",
                        stored.toString(),
                        "--format",
                        "html,pdf");
        assertFalse(Files.exists(stored.resolve("report.html")));
    }

    @Test
    void refusesWhatIsNoFolderOfARun() throws IOException {
        refused("no such folder", folder.resolve("nowhere"));
        refused("is not a folder", Files.createFile(folder.resolve("file")));
        refused("holds no run.json", Files.createDirectory(folder.resolve("empty")));
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, "DIR", "report");
    }

    @Test
    void refusesADocumentThatItCannotRead() throws IOException {
        Path file = stored.resolve("run.json");
        String whole = Files.readString(file);

        Files.writeString(file, whole.substring(0, whole.length() / 2));
        refused(file + ":", stored);
        refused("not whole JSON", stored);
        Files.writeString(file, whole.replace("\"schemaVersion\": 1", "\"schemaVersion\": 99"));
        refused("run.json:2:20: schemaVersion is unknown: 99; allowed: 1", stored);
        Files.writeString(file, whole.replace("\"VALID\"", "\"FINE\""));
        refused("FINE", stored);
        Files.writeString(file, "");
        refused(file + ":", stored);
    }

    private void refused(String part, Path named) {
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, part, "report", named.toString());
    }
}
