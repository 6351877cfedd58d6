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
    /**
     * The histograms of a series, added over runs.
     *
     * @param runs of one cell
     * @return nanoseconds; without samples where no run has the series
     * @throws UnreadableRecordException if a log that a run names is missing, broken or of another run
     */
    public Histogram added(SeriesKind kind, List<RunRecord> runs) throws IOException {
        Histogram sum = HistogramLog.empty();
        for (RunRecord run : runs) {
            intervals(kind, run).forEach(interval -> sum.add(interval.histogram()));
        }
        return sum;
    }

    /**
     * A series of one run, interval by interval.
     *
     * @return none where the run does not have the series
     * @throws UnreadableRecordException if the log is missing, broken or of another run
     */
    public List<HistogramLog.Interval> intervals(SeriesKind kind, RunRecord run) throws IOException {
        String file = run.histogramFiles().get(kind);
        SeriesRecord own = run.series(kind);
        return file == null || own == null ? List.of() : whole(folder.resolve(file), own);
    }

    @Override
    public Optional<SeriesRecord> merge(SeriesKind kind, List<RunRecord> runs) throws IOException {
        Histogram merged = HistogramLog.empty();
        int found = 0;
        long negative = 0;
        long outOfRange = 0;
        for (RunRecord run : runs) {
            SeriesRecord own = run.series(kind);
            if (run.histogramFiles().get(kind) != null && own != null) {
                merged.add(HistogramLog.sum(intervals(kind, run)));
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
