package org.busmark.results.picture;

import static org.busmark.results.picture.MadeUpFolder.openLoop;
import static org.busmark.results.picture.MadeUpFolder.roundTrip;
import static org.busmark.results.picture.MadeUpFolder.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.busmark.ledger.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PercentilePlotsTest {
    @TempDir
    private Path folder;

    @Test
    void aCurveEndsWhereTenSamplesRemainAboveIt() {
        List<Point> points = PercentilePlots.points(samples(123_456, 1_000_000));

        assertEquals(1, points.get(0).x());
        assertEquals(12_345.6, points.get(points.size() - 1).x(), 1e-9);
        assertTrue(points.stream().allMatch(point -> 123_456 / point.x() >= 10 - 1e-6), points::toString);
        assertEquals(List.of(), PercentilePlots.points(samples(9, 1_000_000)));
        assertEquals(List.of(new Point(1, 1_000)), rounded(PercentilePlots.points(samples(10, 1_000_000))));
        assertEquals(List.of(), PercentilePlots.points(new Histogram(3)));
    }

    @Test
    void aPointSaysWhatTheHistogramSaysAtThatPercentile() {
        Histogram tenthIsSlow = samples(9_000, 1_000_000);
        tenthIsSlow.add(samples(1_000, 1_000_000_000));

        List<Point> points = PercentilePlots.points(tenthIsSlow);

        for (Point point : points) {
            double expectedUs = point.x() <= 10 ? 1_000 : 1_000_000;
            assertEquals(expectedUs, point.y(), expectedUs / 1_000, () -> "at " + point);
        }
        assertTrue(points.stream().anyMatch(point -> point.x() == 10), "p90 itself has a point");
        assertTrue(points.stream().anyMatch(point -> point.x() > 10));
    }

    @Test
    void whatTookNoTimeHasNoPlaceOnALogarithmicAxis() {
        assertEquals(List.of(), PercentilePlots.points(samples(1_000, 0)));
    }

    @Test
    void roundsAreAddedAndNotAveraged() throws IOException {
        RunMaterial run = new MadeUpFolder(folder)
                .run(openLoop("kafka", "steady", 5_000), 1, Verdict.VALID, List.of(samples(900, 1_000_000)))
                .run(openLoop("kafka", "steady", 5_000), 2, Verdict.VALID, List.of(samples(100, 1_000_000_000)))
                .run(openLoop("zeromq", "steady", 5_000), 1, Verdict.VALID, List.of(samples(1_000, 50_000)))
                .material();

        Plot plot = PercentilePlots.of(run).get(0);

        Curve kafka = plot.curves().get(0);
        assertEquals("Kafka", kafka.name());
        Point last = kafka.points().get(kafka.points().size() - 1);
        assertEquals(100, last.x());
        assertEquals(1_000_000, last.y(), 1_000);
        assertEquals(1_000, kafka.points().get(0).y(), 1);
        assertEquals(List.of("percentiles", "steady", "FIRE_AND_FORGET"), plot.fileWords());
        assertEquals("Response by percentile: steady", plot.title());
        assertEquals("FIRE_AND_FORGET, 100 B, 5,000/s open loop, 2 rounds", plot.subtitle());
        assertEquals(new Palette(List.of()).of("kafka"), kafka.colour());
    }

    @Test
    void anInvalidCellHasNoCurveAndThePictureSaysSo() throws IOException {
        RunMaterial run = new MadeUpFolder(folder)
                .run(openLoop("kafka", "steady", 5_000), 1, Verdict.DEGRADED, List.of(samples(1_000, 1_000_000)))
                .run(openLoop("zeromq", "steady", 5_000), 1, Verdict.VALID, List.of(samples(1_000, 50_000)))
                .run(openLoop("zeromq", "steady", 5_000), 2, Verdict.INVALID, List.of(samples(1_000, 50_000)))
                .material();

        Plot plot = PercentilePlots.of(run).get(0);

        assertEquals(List.of("Kafka*"), plot.curves().stream().map(Curve::name).toList());
        assertTrue(plot.notes().contains("ZeroMQ is INVALID: no figure, no curve."), plot.notes()::toString);
        assertTrue(plot.notes().stream().anyMatch(note -> note.startsWith("* DEGRADED")), plot.notes()::toString);
    }

    @Test
    void whereAllIsInvalidThereIsNoPicture() throws IOException {
        RunMaterial run = new MadeUpFolder(folder)
                .run(openLoop("kafka", "steady", 5_000), 1, Verdict.INVALID, List.of(samples(1_000, 1_000_000)))
                .material();

        assertEquals(List.of(), PercentilePlots.of(run));
        assertEquals(List.of(), TimePlots.of(run));
    }

    @Test
    void theWorksOfASingleBusStandInOnePicture() throws IOException {
        RunMaterial run = new MadeUpFolder(folder)
                .run(
                        openLoop("simulated", "stall-open", 1_000),
                        1,
                        Verdict.DEGRADED,
                        List.of(samples(1_000, 1_000_000)))
                .run(roundTrip("simulated", "stall-closed"), 1, Verdict.VALID, List.of(samples(1_000, 2_000_000)))
                .material();

        List<Plot> plots = PercentilePlots.of(run);

        assertEquals(1, plots.size());
        assertEquals(List.of("percentiles", "simulated"), plots.get(0).fileWords());
        assertEquals("Latency by percentile: simulated", plots.get(0).title());
        assertEquals(
                List.of("stall-open*: response", "stall-closed: service"),
                plots.get(0).curves().stream().map(Curve::name).toList());
        assertEquals(
                2, plots.get(0).curves().stream().map(Curve::colour).distinct().count());
    }

    private static List<Point> rounded(List<Point> points) {
        return points.stream()
                .map(point -> new Point(point.x(), Math.round(point.y())))
                .toList();
    }
}
