package org.busmark.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntervalLogTest {
    private static final long S = 1_000_000_000;
    private static final Instant START = Instant.parse("2026-11-22T14:00:00.250Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsReadBackIsWhatWasWritten() throws IOException {
        Path file = folder.resolve("response.hlog");
        Series series = series();
        IntervalLog.write(file, series, START, List.of("run 7"));
        Histogram read = IntervalLog.read(file);
        assertEquals(series.count(), read.getTotalCount());
        assertEquals(series.total(), read);
        for (double percentile : new double[] {0, 50, 99.9, 100}) {
            assertEquals(series.total().getValueAtPercentile(percentile), read.getValueAtPercentile(percentile));
        }
    }

    @Test
    void hdrHistogramsOwnReaderFindsEveryIntervalAtItsTime() throws IOException {
        Path file = folder.resolve("response.hlog");
        Series series = series();
        IntervalLog.write(file, series, START, List.of());
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            for (int i = 0; i < 3; i++) {
                Histogram interval = (Histogram) reader.nextIntervalHistogram();
                assertEquals(START.toEpochMilli() + i * 1000L, interval.getStartTimeStamp());
                assertEquals(START.toEpochMilli() + (i + 1) * 1000L, interval.getEndTimeStamp());
                assertEquals("response", interval.getTag());
                assertEquals(series.intervals().get(i), interval);
            }
            assertTrue(!reader.hasNext());
        }
    }

    @Test
    void theCommentsSayWhichRunAndWhichSeries() throws IOException {
        Path file = folder.resolve("response.hlog");
        IntervalLog.write(file, series(), START, List.of("run 7"));
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.contains("#run 7"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("#series response, ns: ")), lines.toString());
        assertTrue(lines.contains("#negative 1, out of range 0"), lines.toString());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        assertThrows(
                IOException.class,
                () -> IntervalLog.write(folder.resolve("absent/x.hlog"), series(), START, List.of()));
    }

    private static Series series() {
        SplittableRandom random = new SplittableRandom(5);
        SeriesRecorder recorder = new SeriesRecorder(SeriesWindow.of(1000, 3 * S));
        for (int i = 0; i < 10_000; i++) {
            recorder.record(1000 + random.nextLong(3 * S), (long) Math.exp(random.nextDouble(0, 20)));
        }
        recorder.record(1000, -4);
        return new Series(SeriesName.RESPONSE, List.of(recorder));
    }
}
