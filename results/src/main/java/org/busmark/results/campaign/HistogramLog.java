package org.busmark.results.campaign;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogScanner;
import org.busmark.results.record.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .hlog} file, all its intervals added. HdrHistogram's own reader ends at the first bad line as if the file
 * ended there; a campaign must not lose samples so quietly, therefore its scanner is used, which reports them.
 */
public final class HistogramLog implements HistogramLogScanner.EventHandler {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram sum = empty();
    private int intervals;
    private @Nullable Throwable failure;

    private HistogramLog() {}

    /**
     * Reads it.
     *
     * @throws UnreadableRecordException if it is missing or has a line that is not a histogram of integers
     */
    public static Histogram read(Path file) throws IOException {
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
                    file + ": not a whole histogram log after interval " + log.intervals, log.failure);
        }
        return log.sum;
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
            sum.add(histogram);
            intervals++;
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
