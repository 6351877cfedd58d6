package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.SeriesRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownReportTest {
    @Test
    void verdictAndAnswerComeFirst() throws IOException {
        List<String> lines =
                MarkdownReport.of(Campaigns.quick()).lines().limit(14).toList();

        assertEquals("# Busmark: quick", lines.get(0));
        assertTrue(
                lines.get(2).startsWith("**Verdict: DEGRADED.** Cells: 4 VALID, 1 DEGRADED, 0 INVALID."), lines.get(2));
        assertTrue(lines.get(2).contains("**Not measured: RabbitMQ**"), lines.get(2));
        assertTrue(lines.get(4).contains("still shows after Holm's correction for all 3 comparisons"), lines.get(4));
        assertEquals(
                List.of(
                        "- At FIRE_AND_FORGET, 100 B, closed loop (small-stream):",
                        "  - **ZeroMQ moves 4.1x [4.0, 4.1] what Kafka does**: throughput 2.04M against 504k msg/s.",
                        "- At FIRE_AND_FORGET, 100 B, one message at a time (ping-pong):",
                        "  - **ZeroMQ answers 9.9x [9.7, 10] sooner than Kafka**: service p50 121 µs against 1.20 ms.",
                        "  - **ZeroMQ answers 9.9x [9.7, 10] sooner than Kafka**:"
                                + " service p99 of rounds 1.22 ms against 12.0 ms.",
                        "- At PERSISTED, 1 KiB, open loop at 10,000 msg/s (steady):"
                                + " nothing to compare; Kafka is DEGRADED (1)."),
                lines.subList(6, 12));
    }

    @Test
    void aDegradedSideIsNamedBesideTheDifference() throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            forks.add(new ForkRecord(
                    MadeUp.stream("kafka"),
                    MadeUp.run(round, Verdict.DEGRADED, List.of("stolen CPU 9 %"), 500_000 + round, null, null)));
            forks.add(MadeUp.streamRun("zeromq", round, 2_500_000));
        }

        assertTrue(MarkdownReport.of(Campaigns.of(forks))
                .contains("**ZeroMQ moves 5.0x [5.0, 5.0] what Kafka does**: throughput 2.50M against 500k msg/s."
                        + " (Kafka is DEGRADED (1).)"));
    }

    @Test
    void sectionsStandInTheOrderInWhichTheyAreAskedFor() throws IOException {
        List<String> sections = MarkdownReport.of(Campaigns.quick())
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertEquals(
                List.of(
                        "Reasons",
                        "Throughput",
                        "Response",
                        "Round trip",
                        "Ledger",
                        "Cost",
                        "Service, closed loop",
                        "Service, open loop",
                        "Settings side by side",
                        "Not offered",
                        "Not measured",
                        "Environment",
                        "Threats to validity",
                        "To repeat it",
                        "Words"),
                sections);
    }

    @Test
    void importantLines() throws IOException {
        String report = MarkdownReport.of(Campaigns.quick());
        for (String line : List.of(
                "| ZeroMQ | small-stream | FIRE_AND_FORGET | 100 B | max  | VALID   | 2.04M [2.04, 2.05] |    3 |",
                "| Kafka | steady   | PERSISTED | 1 KiB | 10,000/s | DEGRADED (1) | 791 µs | 1.58 ms | 7.91 ms"
                        + " | 7.93 ms (7.91..8.00) | 39.6 ms | 158 ms | 316 ms | 200,000 |",
                "In a closed loop 1 in 64 messages is timed; a round trip is timed always.",
                "- ZeroMQ does not offer steady at PERSISTED: keeps nothing on disk",
                "- RabbitMQ was not measured: no apt here. Remedy: install rabbitmq-server",
                "| Kafka  | 4.4.0  | 4.4.0  | 429 MiB                                    |",
                "- Kafka, provisioning: native: Maven Central",
                "- Kafka, conditioning: steady; messages/s every 2 s: 700000, 710000, 705000",
                "- The brokers wrote to tmpfs, which is memory: what costs a disk cost nothing here.",
                "- Only 3 rounds: intervals are wide, and small differences cannot be shown.",
                "    ./busmark run --suite quick")) {
            assertTrue(report.contains("\n" + line + "\n"), () -> "no line " + line + " in " + report);
        }
    }

    @Test
    void columnsOfWhatShouldNotBeStandOnlyWhereItIs() throws IOException {
        String clean = MarkdownReport.of(Campaigns.quick());
        for (String heading : List.of("| negative", "| out of range |\n", "| without outcome", "| surplus outcomes")) {
            assertFalse(clean.contains(heading + " |"), heading);
        }
        String odd = MarkdownReport.of(Campaigns.of(List.of(
                new ForkRecord(MadeUp.stream("kafka"), MadeUp.disturbedRun(1)),
                new ForkRecord(
                        MadeUp.roundTrip("kafka"),
                        MadeUp.run(
                                1,
                                Verdict.VALID,
                                List.of(),
                                800,
                                null,
                                new SeriesRecord(1.0, 1.0, 1.0, null, null, 1.0, 2_000, 1, null, null, 7, 0))))));

        assertTrue(odd.contains("| without outcome | surplus outcomes |\n"), odd);
        assertTrue(odd.contains("| samples | negative |\n"), odd);
    }

    @Test
    void whatDisturbedARunStandsUnderItsReason() throws IOException {
        String report = MarkdownReport.of(
                Campaigns.of(List.of(new ForkRecord(MadeUp.stream("kafka"), MadeUp.disturbedRun(2)))));

        assertTrue(report.contains("""

                        - (1) 2 sends without any outcome
                          - Kafka, small-stream, round 2:
                            - RECONNECT: connection reset
                        """), report);
    }

    @Test
    void runsThatWereMadeAgainAreNoSecret() throws IOException {
        ForkRecord once = MadeUp.streamRun("kafka", 1, 500_000);
        ForkRecord again = MadeUp.streamRun("kafka", 2, 500_000);
        String report = MarkdownReport.of(Campaigns.of(
                List.of(once, new ForkRecord(again.cell(), again.run().madeTimes(2)))));

        assertTrue(report.contains("\n- 1 of 2 runs were made again, because "), report);
        assertFalse(MarkdownReport.of(Campaigns.of(List.of(once))).contains("made again"), report);
    }

    @Test
    void aBrokersPeakMemoryIsNoFigureOfACell() throws IOException {
        String report = MarkdownReport.of(Campaigns.quick());

        assertFalse(report.contains("broker peak"), report);
        assertTrue(CsvTable.of(Campaigns.quick()).contains("cost.brokerPeakMemoryBytes"));
    }

    @Test
    void theLegendPointsToTheWholeStory() throws IOException {
        String legend = MarkdownReport.of(Campaigns.quick()).replaceFirst("(?s).*\n## Words\n", "");

        for (String word : List.of("**guarantee**", "**ledger**", "**open loop**", "**closed loop**")) {
            assertTrue(legend.contains(word), word);
        }
        assertTrue(legend.endsWith("docs/reading-a-report.md`.\n"), legend);
    }

    @Test
    void anInvalidCellShowsNoMeasurementAnywhere() throws IOException {
        RunDocument document = Campaigns.withAnInvalidCell();

        assertTrue(document.cells().get(1).throughput().medianPerSecond() != null, "the record itself keeps it");
        for (String format : List.of(MarkdownReport.of(document), TextTable.of(document), CsvTable.of(document))) {
            assertFalse(format.contains("7.77") || format.contains("777"), format);
            assertTrue(format.contains("lost 3 of 1000000, limit 0"), format);
        }
    }

    @Test
    void theInstrumentsOwnErrorStandsBesideTheFigures() throws IOException {
        RunDocument document = Campaigns.of(List.of(MadeUp.watchedRun("kafka", 1), MadeUp.watchedRun("kafka", 2)));
        String report = MarkdownReport.of(document);

        int error = report.indexOf("\n## Pacer's error\n");
        int jitter = report.indexOf("\n## Jitter\n");
        assertTrue(error > report.indexOf("\n## Blocked\n") && jitter > error, report);
        assertTrue(report.substring(error, jitter).contains("| 10.0 µs | 20.0 µs |"), report);
        assertTrue(report.substring(jitter).contains("| 30.0 µs | 60.0 µs |"), report);
        assertTrue(report.contains("| client CPU / M | pacing CPU / M | broker CPU / M |"), report);
        assertTrue(CsvTable.of(document).contains("pacerError.p99Us"), "a column a figure");
    }

    @Test
    void theDisksOwnTimeStandsInTheEnvironment() throws IOException {
        RunDocument quick = Campaigns.quick();
        assertFalse(MarkdownReport.of(quick).contains("force 4 KiB"));
        EnvironmentRecord probed = new EnvironmentRecord(
                null, 2, null, null, null, null, null, "ext4", null, null, null, null, null, Map.of(), 812.5, 4_400.0);
        RunDocument document = new RunDocument(
                1,
                quick.runId(),
                quick.startedAt(),
                quick.harness(),
                1,
                null,
                probed,
                quick.buses(),
                List.of(),
                quick.cells(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertTrue(MarkdownReport.of(document).contains("| write and force 4 KiB, median | 812 µs"));
        assertTrue(MarkdownReport.of(document).contains("| write and force 4 KiB, p99    | 4.40 ms"));
    }

    @Test
    void hostileTextIsHarmless() throws IOException {
        String report = MarkdownReport.of(Campaigns.hostile());

        assertFalse(report.contains("<") || report.contains("\u001b"), report);
        assertFalse(report.contains("[x]("), report);
        assertFalse(report.lines().anyMatch(line -> line.startsWith("# ") && !line.startsWith("# Busmark")), report);
    }

    @Test
    void theCommandIsQuotedForAShell() throws IOException {
        RunDocument quick = Campaigns.quick();
        RunDocument odd = with(quick, new HarnessRecord("1", null, List.of("./busmark", "--out", "it's here;\nrm x")));

        assertTrue(MarkdownReport.of(odd).contains("\n    ./busmark --out 'it'\\''s here; rm x'\n"));
    }

    @Test
    void threatsFollowFromTheMachine() throws IOException {
        RunDocument quick = Campaigns.quick();
        EnvironmentRecord noisy = new EnvironmentRecord(
                null, 2, null, null, null, null, null, "ext4", null, 60.0, 300.0, 1.5, null, Map.of(), null, null);
        List<BusRecord> buses = new ArrayList<>(quick.buses().subList(0, 1));
        buses.add(new BusRecord("rabbitmq", "RabbitMQ", "5", "4", "external: 10.0.0.1", null, List.of(), null));
        String report = MarkdownReport.of(new RunDocument(
                1,
                quick.runId(),
                quick.startedAt(),
                quick.harness(),
                1,
                null,
                noisy,
                buses,
                List.of(),
                quick.cells(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

        assertTrue(report.contains("The hypervisor took 10.0 % of the processors' time."), report);
        assertTrue(report.contains("The machine was not idle at the start: load 1.50 on 2 processors."), report);
        assertTrue(report.contains("provisioned in different ways: Kafka native, RabbitMQ external."), report);
        assertFalse(report.contains("which is memory"), report);
        assertFalse(report.contains("Not every bus"), report);
    }

    @Test
    void theSameAfterTheDocumentWasWrittenAndRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(RunDocumentFile.NAME);
        RunDocument document = Campaigns.quick();
        RunDocumentFile.write(file, document);
        RunDocument read = RunDocumentFile.read(file);

        assertEquals(document, read);
        assertEquals(MarkdownReport.of(document), MarkdownReport.of(read));
    }

    private static RunDocument with(RunDocument document, HarnessRecord harness) {
        return new RunDocument(
                1,
                document.runId(),
                document.startedAt(),
                harness,
                document.seed(),
                document.suite(),
                document.environment(),
                document.buses(),
                document.notOffered(),
                document.cells(),
                document.comparisons(),
                document.claims(),
                document.walkthroughs(),
                document.capacities());
    }
}
