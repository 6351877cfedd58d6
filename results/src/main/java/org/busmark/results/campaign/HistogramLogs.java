package org.busmark.results.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.busmark.latency.SeriesSummary;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.record.UnreadableRecordException;

/**
 * The interval logs in a run's folder. Values are nanoseconds.
 *
 * @param folder that the runs' {@code histogramFiles} are relative to
 */
public record HistogramLogs(Path folder) implements SeriesMerger {
    @Override
    public Optional<SeriesRecord> merge(SeriesKind kind, List<RunRecord> runs) throws IOException {
        Histogram merged = HistogramLog.empty();
        int found = 0;
        long negative = 0;
        long outOfRange = 0;
        for (RunRecord run : runs) {
            String file = run.histogramFiles().get(kind);
            SeriesRecord own = run.series(kind);
            if (file != null && own != null) {
                merged.add(whole(folder.resolve(file), own));
                found++;
                negative += own.negative();
                outOfRange += own.outOfRange();
            }
        }
        return found == 0
                ? Optional.empty()
                : Optional.of(SeriesRecord.of(SeriesSummary.of(merged, negative, outOfRange), found));
    }

    /** A log that was cut between two lines still reads well, so the run's own count has the last word. */
    private static Histogram whole(Path log, SeriesRecord own) throws IOException {
        Histogram histogram = HistogramLog.read(log);
        if (histogram.getTotalCount() != own.count()) {
            throw new UnreadableRecordException(
                    log + ": samples are " + histogram.getTotalCount() + "; the run's record says " + own.count());
        }
        return histogram;
    }
}
