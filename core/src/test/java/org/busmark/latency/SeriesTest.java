package org.busmark.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private static final long S = 1_000_000_000;

    @Test
    void mergedPercentilesAreThoseOfAllValuesTogether() {
        SplittableRandom random = new SplittableRandom(3);
        SeriesWindow window = SeriesWindow.of(random.nextLong(), 10 * S);
        List<SeriesRecorder> recorders = new ArrayList<>();
        long[] all = new long[200_000];
        int taken = 0;
        for (int writer = 0; writer < 4; writer++) {
            SeriesRecorder recorder = new SeriesRecorder(window);
            for (int i = 0; i < 50_000; i++) {
                // The four writers are unlike each other, so an average of their percentiles would be far off.
                long valueNs = (long) Math.exp(random.nextDouble(writer * 3, writer * 3 + 10));
                recorder.record(window.startNs() + random.nextLong(10 * S), valueNs);
                all[taken++] = valueNs;
            }
            recorders.add(recorder);
        }
        Arrays.sort(all);
        Series series = new Series(SeriesName.RESPONSE, recorders);
        assertEquals(all.length, series.count());
        for (double percentile : new double[] {50, 90, 99, 99.9, 99.99}) {
            double exactUs = all[(int) Math.ceil(all.length * percentile / 100) - 1] / 1e3;
            assertEquals(exactUs, series.percentileUs(percentile).orElseThrow(), exactUs * 0.001 + 0.001);
        }
        assertEquals(all[all.length - 1] / 1e3, series.maxUs().orElseThrow(), all[all.length - 1] / 1e6);
    }

    @Test
    void aValueBelongsToTheIntervalInWhichItsMessageWasIntended() {
        SeriesWindow window = SeriesWindow.of(-5 * S, 3 * S);
        SeriesRecorder recorder = new SeriesRecorder(window);
        recorder.record(-5 * S, 1);
        recorder.record(-4 * S, 2);
        recorder.record(-3 * S, 3);
        recorder.record(-2 * S, 4);
        recorder.record(-4 * S - 1, 600 * S);
        recorder.record(-2 * S - 1, 3);
        List<Histogram> intervals = new Series(SeriesName.ACK, List.of(recorder)).intervals();
        assertEquals(
                List.of(2L, 1L, 2L),
                intervals.stream().map(Histogram::getTotalCount).toList());
        assertEquals(
                List.of(0L, 1000L, 2000L),
                intervals.stream().map(Histogram::getStartTimeStamp).toList());
        assertEquals(
                List.of(1000L, 2000L, 3000L),
                intervals.stream().map(Histogram::getEndTimeStamp).toList());
        assertEquals(
                List.of("ack", "ack", "ack"),
                intervals.stream().map(Histogram::getTag).toList());
    }

    @Test
    void whatWasIntendedOutsideTheWindowIsNotRecordedInAnyWay() {
        SeriesWindow window = SeriesWindow.of(100, 2 * S);
        SeriesRecorder recorder = new SeriesRecorder(window);
        for (long valueNs : new long[] {-1, 5, Long.MAX_VALUE}) {
            recorder.record(99, valueNs);
            recorder.record(100 + 2 * S, valueNs);
            recorder.record(Long.MIN_VALUE, valueNs);
            recorder.record(Long.MAX_VALUE, valueNs);
        }
        Series series = new Series(SeriesName.SERVICE, List.of(recorder));
        assertEquals(List.of(0L, 0L, 0L), List.of(series.count(), series.negative(), series.outOfRange()));
    }

    @Test
    void whatAHistogramCannotHoldIsCountedBesideIt() {
        SeriesRecorder recorder = new SeriesRecorder(SeriesWindow.of(0, S));
        recorder.record(0, -1);
        recorder.record(1, Long.MIN_VALUE);
        recorder.record(2, SeriesRecorder.HIGHEST_NS + 1);
        recorder.record(3, Long.MAX_VALUE);
        recorder.record(4, SeriesRecorder.HIGHEST_NS + 1);
        recorder.record(5, SeriesRecorder.HIGHEST_NS);
        recorder.record(6, 0);
        Series series = new Series(SeriesName.RESPONSE, List.of(recorder, recorder));
        assertEquals(List.of(4L, 4L, 6L), List.of(series.count(), series.negative(), series.outOfRange()));
        assertEquals(3.6e9, series.maxUs().orElseThrow(), 3.6e6);
    }

    @Test
    void aPercentileNeedsTenSamplesAboveIt() {
        assertEquals(OptionalDouble.empty(), seriesOf(19).percentileUs(50));
        assertTrue(seriesOf(20).percentileUs(50).isPresent());
        assertEquals(OptionalDouble.empty(), seriesOf(99).percentileUs(90));
        assertTrue(seriesOf(100).percentileUs(90).isPresent());
        assertEquals(OptionalDouble.empty(), seriesOf(9_999).percentileUs(99.9));
        assertTrue(seriesOf(10_000).percentileUs(99.9).isPresent());
        assertEquals(OptionalDouble.empty(), seriesOf(99_999).percentileUs(99.99));
        assertTrue(seriesOf(100_000).percentileUs(99.99).isPresent());
        assertEquals(OptionalDouble.empty(), seriesOf(1_000_000).percentileUs(100));
    }

    @Test
    void theSummaryHoldsTheSameFigures() {
        SeriesSummary summary = seriesOf(1000).summary();
        assertEquals(0.5, summary.p50Us().orElseThrow(), 0.001);
        assertEquals(0.9, summary.p90Us().orElseThrow(), 0.001);
        assertEquals(0.99, summary.p99Us().orElseThrow(), 0.001);
        assertEquals(OptionalDouble.empty(), summary.p999Us());
        assertEquals(OptionalDouble.empty(), summary.p9999Us());
        assertEquals(1.0, summary.maxUs().orElseThrow(), 0.001);
        assertEquals(1000, summary.count());
    }

    @Test
    void aSeriesWithoutSamplesHasNoFigures() {
        for (Series empty : List.of(seriesOf(0), new Series(SeriesName.BLOCKED, List.of()))) {
            assertEquals(0, empty.count());
            assertEquals(OptionalDouble.empty(), empty.percentileUs(0));
            assertEquals(OptionalDouble.empty(), empty.maxUs());
        }
    }

    @Test
    void recordersOfDifferentWindowsDoNotMerge() {
        List<SeriesRecorder> recorders =
                List.of(new SeriesRecorder(SeriesWindow.of(0, S)), new SeriesRecorder(SeriesWindow.of(1, S)));
        assertThrows(IllegalArgumentException.class, () -> new Series(SeriesName.ACK, recorders));
    }

    @Test
    void recordingAllocatesNothing() {
        SeriesWindow window = SeriesWindow.of(0, 5 * S);
        SeriesRecorder recorder = new SeriesRecorder(window);
        record(recorder, 100_000);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        record(recorder, 1_000_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, "bytes allocated: " + allocated);
    }

    private static void record(SeriesRecorder recorder, int count) {
        for (int i = 0; i < count; i++) {
            recorder.record(i % 6 * S, i * 37L);
        }
    }

    private static Series seriesOf(int count) {
        SeriesRecorder recorder = new SeriesRecorder(SeriesWindow.of(0, S));
        for (int i = 1; i <= count; i++) {
            recorder.record(0, i);
        }
        return new Series(SeriesName.RESPONSE, List.of(recorder));
    }
}
