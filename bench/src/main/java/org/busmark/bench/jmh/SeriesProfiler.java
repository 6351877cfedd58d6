package org.busmark.bench.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.latency.SeriesSummary;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/** Adds the percentiles of each series to JMH's own result, as secondary results that merge over forks. */
public final class SeriesProfiler implements InternalProfiler {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    @Override
    public String getDescription() {
        return "Busmark's series: percentiles of merged histograms, in microseconds";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        List<MergedPercentile> results = new ArrayList<>();
        if (iterationParams.getType() == IterationType.MEASUREMENT) {
            for (Series series : BusState.measuredSeries()) {
                results.addAll(percentiles(series.name(), series.total()));
            }
        }
        return results;
    }

    /**
     * The secondary results of a series.
     *
     * @param total nanoseconds
     * @return none for a percentile with fewer than 10 samples above it
     */
    public static List<MergedPercentile> percentiles(SeriesName series, Histogram total) {
        List<MergedPercentile> results = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            if (SeriesSummary.percentileUs(total, percentile).isPresent()) {
                results.add(MergedPercentile.of(series.key(), percentile, total));
            }
        }
        return results;
    }
}
