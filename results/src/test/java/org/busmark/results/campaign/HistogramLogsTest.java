package org.busmark.results.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.busmark.latency.SeriesSummary;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.record.UnreadableRecordException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistogramLogsTest {
    @TempDir
    private Path folder;

    private HistogramLogs logs;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("histograms"));
        logs = new HistogramLogs(folder);
    }

    @Test
    void percentilesAreOfTheMergedHistogramAndNotAveraged() throws IOException {
        // A quiet run of 9,900 samples at 1 ms and a noisy one of 100 at 1 s: together p90 is 1 ms and p99.9 is 1 s.
        // The mean of the runs' p90 would be 500 ms.
        RunRecord quiet = run(1, samples(9_900, 1_000_000), 2, 1);
        RunRecord noisy = run(2, samples(100, 1_000_000_000), 3, 0);

        SeriesRecord merged =
                logs.merge(SeriesKind.SERVICE, List.of(quiet, noisy)).orElseThrow();

        assertEquals(10_000, merged.count());
        assertEquals(2, merged.runs());
        assertEquals(1_000, us(merged.p90Us()), 1);
        assertEquals(1_000_000, us(merged.p999Us()), 1_000);
        assertEquals(1_000_000, us(merged.maxUs()), 1_000);
        assertEquals(5, merged.negative());
        assertEquals(1, merged.outOfRange());
    }

    @Test
    void allIntervalsOfALogCount() throws IOException {
        RunRecord run =
                run(1, List.of(samples(10, 1_000).get(0), samples(30, 2_000).get(0)), 0, 0);

        assertEquals(40, HistogramLog.read(log(run)).getTotalCount());
        assertEquals(
                2, us(logs.merge(SeriesKind.SERVICE, List.of(run)).orElseThrow().p50Us()), 0.01);
    }

    @Test
    void aSeriesThatNoRunHasIsNotThere() throws IOException {
        RunRecord run = run(1, samples(10, 1_000), 0, 0);

        assertTrue(logs.merge(SeriesKind.RESPONSE, List.of(run)).isEmpty());
        assertTrue(logs.merge(SeriesKind.SERVICE, List.of()).isEmpty());
        assertTrue(logs.merge(SeriesKind.SERVICE, List.of(RunRecord.failed(1, "died")))
                .isEmpty());
    }

    @Test
    void aMissingOrBrokenLogIsOneClearLine() throws IOException {
        RunRecord run = run(1, samples(1_000, 1_000), 0, 0);
        Path log = log(run);
        String whole = Files.readString(log);

        Files.delete(log);
        assertComplaint(run, log + ": histogram log is missing");

        Files.writeString(log, "what is this\n");
        assertComplaint(run, log + ": not a whole histogram log after interval 0");

        Files.writeString(log, whole.substring(0, whole.length() - 10));
        assertComplaint(run, log + ": not a whole histogram log after interval 0");

        Files.writeString(log, whole.substring(0, whole.lastIndexOf("\n", whole.length() - 2) + 1));
        assertComplaint(run, log + ": samples are 0; the run's record says 1000");
    }

    @Test
    void aPercentileNeedsTenSamplesAboveIt() {
        assertNull(summary(samples(999, 1_000).get(0)).p99Us());
        assertNotNull(summary(samples(1_000, 1_000).get(0)).p99Us());
        assertNull(summary(samples(99_999, 1_000).get(0)).p9999Us());
        assertNotNull(summary(samples(100_000, 1_000).get(0)).p9999Us());
        assertNull(summary(samples(19, 1_000).get(0)).p50Us());

        SeriesRecord empty = summary(HistogramLog.empty());
        assertNull(empty.maxUs());
        assertNull(empty.p50Us());
        assertEquals(0, empty.count());
    }

    private void assertComplaint(RunRecord run, String expected) {
        UnreadableRecordException complaint =
                assertThrows(UnreadableRecordException.class, () -> logs.merge(SeriesKind.SERVICE, List.of(run)));
        assertEquals(expected, complaint.getMessage());
    }

    private Path log(RunRecord run) {
        return folder.resolve("histograms/service-" + run.round() + ".hlog");
    }

    private RunRecord run(int round, List<Histogram> intervals, long negative, long outOfRange) throws IOException {
        Histogram all = HistogramLog.empty();
        String file = "histograms/service-" + round + ".hlog";
        try (PrintStream out = new PrintStream(folder.resolve(file).toFile(), StandardCharsets.US_ASCII)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputStartTime(1_700_000_000_000L);
            writer.outputLegend();
            for (int i = 0; i < intervals.size(); i++) {
                writer.outputIntervalHistogram(i, i + 1, intervals.get(i));
                all.add(intervals.get(i));
            }
        }
        return new RunRecord(
                round,
                Verdict.VALID,
                List.of(),
                1.0,
                null,
                SeriesRecord.of(SeriesSummary.of(all, negative, outOfRange), 1),
                null,
                null,
                null,
                null,
                null,
                Map.of(SeriesKind.SERVICE, file),
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

    private static SeriesRecord summary(Histogram nanoseconds) {
        return SeriesRecord.of(SeriesSummary.of(nanoseconds, 0, 0), 1);
    }

    private static List<Histogram> samples(int count, long valueNs) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(valueNs, count);
        return List.of(histogram);
    }

    private static double us(@Nullable Double value) {
        assertNotNull(value);
        return Objects.requireNonNull(value);
    }
}
