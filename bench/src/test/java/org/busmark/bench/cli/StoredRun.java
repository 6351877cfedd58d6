package org.busmark.bench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.busmark.bus.Guarantee;
import org.busmark.latency.SeriesSummary;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;

/** The smallest folder of a run: one open loop, one round, one histogram. */
final class StoredRun {
    static final String LOG = "histograms/response-1.hlog";

    private StoredRun() {}

    static void in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("histograms"));
        ForkRecord fork = new ForkRecord(
                new CellCoordinates(
                        "0123abcd",
                        "kafka",
                        "orders",
                        Guarantee.PERSISTED,
                        Rate.perSecond(2_000),
                        1024,
                        "OpenLoopBenchmark"),
                run(folder));
        RunDocumentFile.write(
                folder.resolve(RunDocumentFile.NAME),
                new RunDocument(
                        RunDocument.SCHEMA_VERSION,
                        "20261122-140305-abc123",
                        Instant.parse("2026-11-22T14:03:05Z"),
                        new HarnessRecord("0.1.0", null, List.of("./busmark", "run", "--workload", "orders.yaml")),
                        7,
                        null,
                        EnvironmentRecord.UNKNOWN,
                        List.of(new BusRecord(
                                "kafka", "Apache Kafka", "4.4.0", "4.4.0", "external", null, List.of(), null)),
                        List.of(),
                        new CellAssembler(new HistogramLogs(folder)).assemble(List.of(fork)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static RunRecord run(Path folder) throws IOException {
        Histogram times = new Histogram(3);
        for (int i = 1; i <= 4_000; i++) {
            times.recordValue(i * 1_000L);
        }
        try (PrintStream out = new PrintStream(folder.resolve(LOG).toFile(), StandardCharsets.US_ASCII)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputLegend();
            writer.outputIntervalHistogram(0, 1, times);
        }
        return new RunRecord(
                1,
                Verdict.VALID,
                List.of(),
                2_000.0,
                SeriesRecord.of(SeriesSummary.of(times, 0, 0), 1),
                null,
                null,
                null,
                null,
                LedgerRecord.EMPTY,
                null,
                Map.of(SeriesKind.RESPONSE, LOG),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
