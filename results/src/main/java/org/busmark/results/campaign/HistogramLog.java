package org.busmark.results.campaign;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogScanner;
import org.busmark.results.record.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .hlog} file. HdrHistogram's own reader ends at the first bad line as if the file ended there; a campaign
 * must not lose samples so quietly, therefore its scanner is used, which reports them.
 */
public final class HistogramLog implements HistogramLogScanner.EventHandler {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final List<Interval> intervals = new ArrayList<>();
    private @Nullable Throwable failure;

    private HistogramLog() {}

    /**
     * What was recorded in one interval, by the time at which messages were meant to be sent.
     *
     * @param startSeconds since the series began
     * @param lengthSeconds the last interval of a series may be shorter than the others
     * @param histogram of nanoseconds; not to be changed
     */
    public record Interval(double startSeconds, double lengthSeconds, Histogram histogram) {}

    /**
     * Reads all intervals as one.
     *
     * @throws UnreadableRecordException if it is missing or has a line that is not a histogram of integers
     */
    public static Histogram read(Path file) throws IOException {
        return sum(intervals(file));
    }

    /**
     * Reads it, interval by interval, in the order of the file.
     *
     * @throws UnreadableRecordException if it is missing or has a line that is not a histogram of integers
     */
    public static List<Interval> intervals(Path file) throws IOException {
        HistogramLog log = new HistogramLog();
        try (HistogramLogScanner scanner = new HistogramLogScanner(file.toFile())) {
            scanner.process(log);
        } catch (FileNotFoundException e) {
            throw new UnreadableRecordException(file + ": histogram log is missing", e);
        } catch (RuntimeException e) {
            // The scanner throws past its handler when the last line has no end.
            log.onException(e);
        }
        if (log.failure != null) {
            throw new UnreadableRecordException(
                    file + ": not a whole histogram log after interval " + log.intervals.size(), log.failure);
        }
        return List.copyOf(log.intervals);
    }

    static Histogram sum(List<Interval> intervals) {
        Histogram sum = empty();
        intervals.forEach(interval -> sum.add(interval.histogram()));
        return sum;
    }

    static Histogram empty() {
        return new Histogram(SIGNIFICANT_DIGITS);
    }

    @Override
    public boolean onHistogram(
            String tag,
            double startSeconds,
            double lengthSeconds,
            HistogramLogScanner.EncodableHistogramSupplier reader) {
        try {
            EncodableHistogram interval = reader.read();
            if (!(interval instanceof Histogram histogram)) {
                return onException(new DataFormatException("not of integers"));
            }
            intervals.add(new Interval(startSeconds, lengthSeconds, histogram));
            return false;
        } catch (DataFormatException e) {
            return onException(e);
        }
    }

    @Override
    public boolean onException(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        return true;
    }

    @Override
    public boolean onComment(String comment) {
        return false;
    }

    @Override
    public boolean onBaseTime(double secondsSinceEpoch) {
        return false;
    }

    @Override
    public boolean onStartTime(double secondsSinceEpoch) {
        return false;
    }
}
