package org.busmark.results.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.busmark.results.campaign.HistogramLog.Interval;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;

/**
 * What was recorded of a cell's times: response in the open loop, else service.
 *
 * @param runs by round
 */
record CellTimes(CellRecord cell, List<Run> runs) {
    CellTimes {
        runs = List.copyOf(runs);
    }

    /** A run with what it recorded, second by second. */
    record Run(RunRecord record, List<Interval> intervals) {}

    /** @throws IOException if a log that the cell's runs name is missing or not whole */
    static CellTimes read(CellRecord cell, HistogramLogs logs) throws IOException {
        SeriesKind kind = kind(cell);
        List<Run> runs = new ArrayList<>();
        for (RunRecord run : cell.runs()) {
            runs.add(new Run(run, logs.intervals(kind, run)));
        }
        return new CellTimes(cell, runs);
    }

    /** Which series these are. */
    SeriesKind kind() {
        return kind(cell);
    }

    private static SeriesKind kind(CellRecord cell) {
        return cell.load() == Load.OPEN_LOOP ? SeriesKind.RESPONSE : SeriesKind.SERVICE;
    }

    /** All runs' histograms added. */
    Histogram merged() {
        Histogram sum = new Histogram(3);
        runs.forEach(run -> run.intervals().forEach(interval -> sum.add(interval.histogram())));
        return sum;
    }
}
