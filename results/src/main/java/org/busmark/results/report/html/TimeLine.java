package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.busmark.results.campaign.HistogramLog.Interval;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.CellRecord;
import org.jspecify.annotations.Nullable;

/**
 * The seconds of all rounds one after the other, as positions from 0. Between rounds a position stays empty, so that no
 * line joins what nothing joined. Where there are very many seconds a position holds several, their histograms added.
 *
 * @param rounds their numbers, ascending
 * @param length positions of the longest round
 * @param step seconds of a position
 */
record TimeLine(List<Integer> rounds, int length, int step) {
    private static final int MOST_POSITIONS = 120;

    static TimeLine of(List<CellTimes> cells) {
        SortedSet<Integer> rounds = new TreeSet<>();
        int seconds = 0;
        for (CellTimes cell : cells) {
            for (CellTimes.Run run : cell.runs()) {
                rounds.add(run.record().round());
                for (Interval interval : run.intervals()) {
                    seconds = Math.max(seconds, second(interval) + 1);
                }
            }
        }
        int step = Math.max(1, (int) Math.ceil((double) seconds * rounds.size() / MOST_POSITIONS));
        return new TimeLine(List.copyOf(rounds), (seconds + step - 1) / step, step);
    }

    /** A log that was tampered with may say anything. */
    private static int second(Interval interval) {
        return (int) Math.min(1e6, Math.max(0, interval.startSeconds()));
    }

    /** Up to the end of the last round. */
    int positions() {
        return Math.max(0, rounds.size() * (length + 1) - 1);
    }

    int start(int round) {
        return rounds.indexOf(round) * (length + 1);
    }

    /**
     * What was recorded in each position.
     *
     * @return as many as there are positions; null where nothing was
     */
    List<@Nullable Histogram> histograms(CellTimes cell) {
        @Nullable Histogram[] found = new Histogram[positions()];
        for (CellTimes.Run run : cell.runs()) {
            int start = start(run.record().round());
            for (Interval interval : run.intervals()) {
                int at = start + second(interval) / step;
                Histogram sum = found[at];
                if (sum == null) {
                    sum = new Histogram(3);
                    found[at] = sum;
                }
                sum.add(interval.histogram());
            }
        }
        List<@Nullable Histogram> positions = new ArrayList<>();
        for (Histogram histogram : found) {
            positions.add(histogram);
        }
        return positions;
    }

    /** The longest backlog of each position; null where it was not watched. */
    List<@Nullable Double> backlogs(CellRecord cell) {
        @Nullable Double[] found = new Double[positions()];
        cell.runs().forEach(run -> {
            List<BacklogRecord> backlog = run.backlog() == null ? List.of() : run.backlog();
            for (BacklogRecord moment : backlog) {
                int within = (int) moment.seconds() / step;
                if (within < length && rounds.contains(run.round())) {
                    int at = start(run.round()) + within;
                    Double before = found[at];
                    found[at] = Math.max(before == null ? 0 : before, (double) moment.messages());
                }
            }
        });
        List<@Nullable Double> positions = new ArrayList<>();
        for (Double most : found) {
            positions.add(most);
        }
        return positions;
    }
}
