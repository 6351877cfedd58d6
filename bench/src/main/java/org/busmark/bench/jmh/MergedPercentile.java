package org.busmark.bench.jmh;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Locale;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.SingletonStatistics;

/**
 * A percentile that keeps the histogram it came from: aggregating adds histograms and reads the percentile of the sum.
 * The mean of percentiles is no percentile of anything. In microseconds; the histogram is in nanoseconds.
 */
public final class MergedPercentile extends Result<MergedPercentile> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_US = 1e3;

    private final String series;
    private final double percentile;
    private final byte[] histogram;

    private MergedPercentile(String series, double percentile, byte[] histogram, double scoreUs) {
        super(
                ResultRole.SECONDARY,
                series + ".p" + text(percentile),
                new SingletonStatistics(scoreUs),
                "us",
                AggregationPolicy.AVG);
        this.series = series;
        this.percentile = percentile;
        this.histogram = histogram;
    }

    static MergedPercentile of(String series, double percentile, Histogram total) {
        ByteBuffer buffer = ByteBuffer.allocate(total.getNeededByteBufferCapacity());
        int length = total.encodeIntoCompressedByteBuffer(buffer);
        byte[] encoded = new byte[length];
        buffer.flip();
        buffer.get(encoded);
        return new MergedPercentile(series, percentile, encoded, total.getValueAtPercentile(percentile) / NS_PER_US);
    }

    private static String text(double percentile) {
        return percentile == Math.rint(percentile)
                ? String.valueOf((int) percentile)
                : String.format(Locale.ROOT, "%s", percentile);
    }

    @Override
    protected Aggregator<MergedPercentile> getThreadAggregator() {
        return MergedPercentile::add;
    }

    @Override
    protected Aggregator<MergedPercentile> getIterationAggregator() {
        return MergedPercentile::add;
    }

    private static MergedPercentile add(Collection<MergedPercentile> results) {
        MergedPercentile first = results.iterator().next();
        if (results.size() == 1) {
            return first;
        }
        Histogram sum = first.decoded();
        results.stream().skip(1).forEach(result -> sum.add(result.decoded()));
        return of(first.series, first.percentile, sum);
    }

    private Histogram decoded() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(histogram), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a histogram that this class encoded cannot be decoded", e);
        }
    }
}
