package org.busmark.results.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.CampaignRecord.WorkRecord;
import org.busmark.results.record.CapacityRecord.Probe;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.results.record.ProgressRecord.Session;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CampaignRecordFileTest {
    private static final CampaignRecord CAMPAIGN = new CampaignRecord(
            1,
            Instant.parse("2026-11-22T10:20:30Z"),
            new HarnessRecord("0.1.0", "abc", List.of("./busmark", "run")),
            42,
            "standard",
            5,
            "each-round",
            List.of(new WorkRecord("name: \"w\"\n", 5, null), new WorkRecord("name: \"v\"\n", 3, "sweep")),
            List.of("kafka"),
            List.of("tcp"),
            "native",
            Map.of("kafka", "/somewhere/kafka.properties"),
            "/data");

    @TempDir
    Path folder;

    @Test
    void whatWasAskedForComesBack() throws IOException {
        CampaignRecordFile.write(folder, CAMPAIGN);
        assertEquals(CAMPAIGN, CampaignRecordFile.read(folder));
        assertFalse(Files.readString(folder.resolve("campaign.json")).contains("null"));
    }

    @Test
    void whatWasFoundComesBackAndIsNothingBeforeAnythingWasFound() throws IOException {
        assertEquals(ProgressRecord.NONE, CampaignRecordFile.readProgress(folder));
        CapacityRecord capacity = new CapacityRecord(
                "kafka",
                "w",
                Guarantee.PERSISTED,
                1024,
                50_000,
                7000.0,
                null,
                List.of(new Probe(8000, false, "backlog grows", 12.5)),
                List.of());
        WalkthroughRecord walkthrough = new WalkthroughRecord(
                "kafka", Guarantee.FLUSHED, Variant.MENDED, List.of("a step"), List.of(), List.of(), null);
        BusRecord bus = new BusRecord("kafka", "Kafka", null, null, null, null, List.of(), "steady", 0.03);
        ProgressRecord progress = ProgressRecord.NONE
                .with(new Session(Instant.parse("2026-11-22T10:20:30Z"), null))
                .with(EnvironmentRecord.UNKNOWN.noting(Map.of("a", "b")))
                .withBuses(List.of(bus))
                .with(capacity.withSweep(List.of(new SweepPoint(0.1, "c"))))
                .withWalkthroughs(List.of(walkthrough));
        CampaignRecordFile.write(folder, progress);
        assertEquals(progress, CampaignRecordFile.readProgress(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rounds": 5              | "rounds": 0          | rounds is less than 1: 0
            "rounds": 5              | "rounds": "five"     | rounds is "five"; allowed: a whole number
            "seed": 42               | "sead": 42           | seed is missing
            "schemaVersion": 1       | "schemaVersion": 2   | :2:20: schemaVersion is unknown: 2; allowed: 1
            "suite": "standard"      | "suite": null        | suite is null
            "/data"                  | "/da\\u0000ta"       | dataDir is no path: it has the character 0 in it
            "/data"                  | " "                  | dataDir is blank
            "dataDir"                | "bounds"             | not whole JSON: Duplicate field 'bounds'
            """)
    void isReadStrictly(String from, String to, String complaint) throws IOException {
        CampaignRecordFile.write(folder, CAMPAIGN);
        Path file = folder.resolve("campaign.json");
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        int at = text.lastIndexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
        UnreadableRecordException e =
                assertThrows(UnreadableRecordException.class, () -> CampaignRecordFile.read(folder));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(file.toString()) && message.contains(complaint), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aCutFileIsRefused() throws IOException {
        CampaignRecordFile.write(folder, CAMPAIGN);
        Path file = folder.resolve("campaign.json");
        String text = Files.readString(file);
        for (int length = 0; length < text.length() - 2; length += 7) {
            Files.writeString(file, text.substring(0, length));
            assertThrows(UnreadableRecordException.class, () -> CampaignRecordFile.read(folder), "cut at " + length);
        }
    }

    @Test
    void theTimeOfSessionsIsAddedUp() {
        EnvironmentRecord first = lasting(10.0, 1.0);
        assertEquals(17.0, lasting(7.0, 0.5).after(first).elapsedSeconds());
        assertEquals(1.5, lasting(7.0, 0.5).after(first).stolenCpuSeconds());
        assertEquals(7.0, lasting(7.0, null).after(EnvironmentRecord.UNKNOWN).elapsedSeconds());
        assertEquals(1.0, lasting(7.0, null).after(first).stolenCpuSeconds());
    }

    private static EnvironmentRecord lasting(double elapsedSeconds, @Nullable Double stolenSeconds) {
        return new EnvironmentRecord(
                null,
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                stolenSeconds,
                elapsedSeconds,
                null,
                null,
                Map.of(),
                null,
                null);
    }
}
