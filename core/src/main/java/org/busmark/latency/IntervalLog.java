package org.busmark.latency;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A series as HdrHistogram's interval log ({@code .hlog}), which its own tools read. Values are ns; the log's own
 * "Interval_Max" column is ms, as those tools expect. Stateless.
 */
public final class IntervalLog {
    private static final double NS_PER_MS = 1e6;

    private IntervalLog() {}

    /**
     * Writes a series; replaces the file.
     *
     * @param start when the series' window began, by the calendar
     * @param comments lines that say which run it is; the series, its definition and what its histograms do not hold are
     *     added
     */
    public static void write(Path file, Series series, Instant start, List<String> comments) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            comments.forEach(writer::outputComment);
            writer.outputComment(
                    "series " + series.name().key() + ", ns: " + series.name().definition());
            writer.outputComment("negative " + series.negative() + ", out of range " + series.outOfRange());
            writer.outputLogFormatVersion();
            writer.outputStartTime(start.toEpochMilli());
            writer.outputLegend();
            for (Histogram interval : series.intervals()) {
                writer.outputIntervalHistogram(
                        interval.getStartTimeStamp() / 1e3, interval.getEndTimeStamp() / 1e3, interval, NS_PER_MS);
            }
            if (out.checkError()) {
                throw new IOException("cannot write " + file);
            }
        }
    }

    /** Reads all intervals of a file into one histogram, ns. */
    public static Histogram read(Path file) throws IOException {
        Histogram total = Series.emptyHistogram();
        try (HistogramLogReader reader = new HistogramLogReader(Files.newInputStream(file))) {
            while (reader.hasNext()) {
                EncodableHistogram interval = reader.nextIntervalHistogram();
                if (!(interval instanceof AbstractHistogram histogram)) {
                    throw new IOException("a line of " + file + " holds no histogram of whole numbers");
                }
                total.add(histogram);
            }
        }
        return total;
    }
}
