package org.busmark.results.record;

import java.util.OptionalDouble;
import org.busmark.latency.SeriesSummary;
import org.jspecify.annotations.Nullable;

/**
 * One series in microseconds: of one run, or of a cell with its runs' histograms added. A percentile with fewer than 10
 * samples above it is null.
 *
 * @param p50Us median; the others are p90, p99, p99.9 and p99.99
 * @param maxUs largest sample; null without samples
 * @param count samples in the histogram
 * @param runs runs whose histograms were added
 * @param p99LowUs lower end of the 95 % interval over the runs' own p99; null with fewer than two of them
 * @param p99HighUs upper end
 * @param negative samples below zero, which are not in the histogram
 * @param outOfRange samples above the histogram's range, which are not in it either
 */
public record SeriesRecord(
        @Nullable Double p50Us,
        @Nullable Double p90Us,
        @Nullable Double p99Us,
        @Nullable Double p999Us,
        @Nullable Double p9999Us,
        @Nullable Double maxUs,
        long count,
        int runs,
        @Nullable Double p99LowUs,
        @Nullable Double p99HighUs,
        long negative,
        long outOfRange) {
    public SeriesRecord {
        Require.notNegative("p50Us", p50Us);
        Require.notNegative("p90Us", p90Us);
        Require.notNegative("p99Us", p99Us);
        Require.notNegative("p999Us", p999Us);
        Require.notNegative("p9999Us", p9999Us);
        Require.notNegative("maxUs", maxUs);
        Require.notNegative("count", count);
        Require.atLeast(1, "runs", runs);
        Require.notNegative("p99LowUs", p99LowUs);
        Require.notNegative("p99HighUs", p99HighUs);
        Require.ordered("p99LowUs", p99LowUs, "p99HighUs", p99HighUs);
        Require.notNegative("negative", negative);
        Require.notNegative("outOfRange", outOfRange);
    }

    /**
     * What a summary says, without an interval.
     *
     * @param runs whose histograms were added for it; at least 1
     */
    public static SeriesRecord of(SeriesSummary summary, int runs) {
        return new SeriesRecord(
                orNull(summary.p50Us()),
                orNull(summary.p90Us()),
                orNull(summary.p99Us()),
                orNull(summary.p999Us()),
                orNull(summary.p9999Us()),
                orNull(summary.maxUs()),
                summary.count(),
                runs,
                null,
                null,
                summary.negative(),
                summary.outOfRange());
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? Double.valueOf(figure.getAsDouble()) : null;
    }

    /** The same with the interval of the runs' own p99. */
    public SeriesRecord withP99Interval(double lowUs, double highUs) {
        return new SeriesRecord(
                p50Us, p90Us, p99Us, p999Us, p9999Us, maxUs, count, runs, lowUs, highUs, negative, outOfRange);
    }
}
