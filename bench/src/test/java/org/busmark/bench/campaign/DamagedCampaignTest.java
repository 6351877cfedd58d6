package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.workload.Work;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody's hand, or a broken disk, in a campaign's folder: one clear line. */
@Timeout(120)
final class DamagedCampaignTest {
    private static final Workload STREAM = FakeCampaign.STREAM;

    @TempDir
    Path folder;

    private FakeCampaign campaign = new FakeCampaign(Path.of(""), Work.figures(List.of(STREAM), 1), "loopback");

    @BeforeEach
    void interrupted() {
        campaign = new FakeCampaign(folder, Work.figures(List.of(STREAM), 3), "loopback");
        campaign.runUntilDeath(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "brokerLife": "once"  | "brokerLife": "twice"  | brokerLife: 'twice' is not how long a broker lives; allowed: once, each-round
            "brokers": "native"   | "brokers": "magic"     | brokers: 'magic' is no place that brokers come from; allowed: native, external, docker
            "loopback"            | "loopbakc"             | buses: 'loopbakc' is not a bus; allowed: counted
            "rounds": 3,          | "rounds": 2,           | work: rounds of small-stream is 3; allowed: at most 2
            message: 100 B        | message: 1 B           | campaign.json, work[0].workload:3:10: message is 1
            pattern: queue        | pettern: queue         | campaign.json, work[0].workload:2:1: unknown key 'pettern'; allowed:
            "seed": 42            | "seed": "42"           | seed is "42"; allowed: a whole number
            """)
    void aRequestThatCannotBe(String from, String to, String complaint) throws IOException {
        Path file = campaign.out().resolve("campaign.json");
        String text = Files.readString(file);
        int at = text.indexOf(from);
        assertTrue(at >= 0, text);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
        assertComplaint(file, complaint);
    }

    @Test
    void aCapacityThatIsNoneOfTheWords() throws IOException {
        Path file = campaign.out().resolve("campaign.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"rounds\": 3\\s*}", "\"rounds\": 3, \"capacity\": \"x\"}"));
        assertComplaint(file, "work[0]: 'x' is not what can be done about a capacity; allowed: search, sweep");
    }

    @Test
    void aRecordThatWasCut() throws IOException {
        Path record = records().get(0);
        Files.writeString(record, Files.readString(record).substring(0, 300));
        assertComplaint(record, "not whole JSON");
        assertComplaint(record, "(remove it, and --resume runs it again)");
        Files.delete(record);
        assertEquals(ExitStatus.OK, campaign.run());
        assertEquals(4, campaign.forks().runs().size());
    }

    @Test
    void aRecordUnderAnotherName() throws IOException {
        Path record = records().get(0);
        Path other = Files.move(record, record.resolveSibling("0123-round-9.json"));
        assertComplaint(other, "holds ");
    }

    @Test
    void aRecordOfACellThatNobodyAskedFor() throws IOException {
        Path record = records().get(0);
        String cellId = record.getFileName().toString().replaceFirst("-round.*", "");
        Path stranger = record.resolveSibling(record.getFileName().toString().replace(cellId, "abcabcabcabc"));
        Files.writeString(stranger, Files.readString(record).replace(cellId, "abcabcabcabc"));
        assertComplaint(
                Objects.requireNonNull(record.getParent()),
                "cell abcabcabcabc is not of this campaign; allowed: runs of the cells that");
    }

    @Test
    void progressThatWasCut() throws IOException {
        Path progress = campaign.out().resolve("progress.json");
        Files.writeString(progress, "{\"schemaVersion\": 1");
        assertComplaint(progress, "not whole JSON");
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(campaign.out().resolve("runs"))) {
            return files.sorted().toList();
        }
    }

    private void assertComplaint(Path file, String part) {
        UnreadableRecordException e = assertThrows(UnreadableRecordException.class, campaign::stored);
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(file.toString()) && message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
    }
}
