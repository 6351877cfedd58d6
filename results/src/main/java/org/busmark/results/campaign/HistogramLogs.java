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
                merged.add(HistogramLog.sum(whole(folder.resolve(file), own)));
                found++;
                negative += own.negative();
                outOfRange += own.outOfRange();
            }
        }
        return found == 0
                ? Optional.empty()
                : Optional.of(SeriesRecord.of(SeriesSummary.of(merged, negative, outOfRange), found));
    }

    /**
     * All that runs recorded of a series, added.
     *
     * @param runs of one cell
     * @return empty when no run has the series
     * @throws UnreadableRecordException if a log is missing or not whole
     */
    public Optional<Histogram> histogram(SeriesKind kind, List<RunRecord> runs) throws IOException {
        Histogram merged = HistogramLog.empty();
        boolean found = false;
        for (RunRecord run : runs) {
            List<HistogramLog.Interval> intervals = intervals(kind, run);
            intervals.forEach(interval -> merged.add(interval.histogram()));
            found |= !intervals.isEmpty();
        }
        return found ? Optional.of(merged) : Optional.empty();
    }

    /**
     * What a run recorded, second by second.
     *
     * @return none when the run has no such series
     * @throws UnreadableRecordException if its log is missing or not whole
     */
    public List<HistogramLog.Interval> intervals(SeriesKind kind, RunRecord run) throws IOException {
        String file = run.histogramFiles().get(kind);
        SeriesRecord own = run.series(kind);
        return file == null || own == null ? List.of() : whole(folder.resolve(file), own);
    }

    /** A log that was cut between two lines still reads well, so the run's own count has the last word. */
    private static List<HistogramLog.Interval> whole(Path log, SeriesRecord own) throws IOException {
        List<HistogramLog.Interval> intervals = HistogramLog.intervals(log);
        long samples = intervals.stream()
                .mapToLong(interval -> interval.histogram().getTotalCount())
                .sum();
        if (samples != own.count()) {
            throw new UnreadableRecordException(
                    log + ": samples are " + samples + "; the run's record says " + own.count());
        }
        return intervals;
    }
}
