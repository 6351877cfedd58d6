package org.busmark.results.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.busmark.results.record.Load;

/**
 * Latency by percentile, a curve a cell: response of an open loop, service of a round trip. The percentile's axis is
 * logarithmic in 1 / (1 - q), so that each nine takes the same room; a curve ends where fewer than 10 samples remain above
 * it, as a percentile in a table does.
 */
final class PercentilePlots {
    private static final double SAMPLES_ABOVE = 10;
    private static final double POINTS_IN_A_DECADE = 24;
    private static final double NS_PER_US = 1e3;
    private static final double ROUNDING = 1e-6;

    private PercentilePlots() {}

    static List<Plot> of(RunMaterial run) throws IOException {
        List<Plot> plots = new ArrayList<>();
        for (CellGroup group : CellGroup.of(run, cell -> cell.load() != Load.CLOSED_LOOP)) {
            plot(run, group).ifPresent(plots::add);
        }
        return plots;
    }

    private static Optional<Plot> plot(RunMaterial run, CellGroup group) throws IOException {
        List<Curve> curves = new ArrayList<>();
        List<String> notes = new ArrayList<>(group.notes());
        Timing timing = Timing.of(group);
        for (CellGroup.Member member : group.members()) {
            List<Point> points = points(run.histogram(member.cell(), Timing.series(member.cell())));
            if (points.isEmpty()) {
                notes.add(member.label() + " has no curve: too few samples, or no log of them.");
            } else {
                curves.add(new Curve(timing.label(member), member.colour(), Trace.SOLID, points));
            }
        }
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Plot(
                FileNames.words("percentiles", group.fileWords()),
                timing.title() + " by percentile: " + group.title(),
                group.subtitle(),
                new Axis(
                        "percentile",
                        Axis.Scale.LOGARITHMIC,
                        1,
                        Math.max(10, of(curves, Point::x).max().orElse(0)) * 1.2,
                        Label::quantile),
                Axis.decades(timing.axis(), of(curves, Point::y), Label::micros),
                curves,
                List.of(),
                notes));
    }

    private static DoubleStream of(List<Curve> curves, ToDoubleFunction<Point> coordinate) {
        return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(coordinate);
    }

    /**
     * What a histogram says at percentiles that are equally far apart in the picture, up to the last one that 10 samples
     * lie above.
     *
     * @param nanoseconds as recorded; a value of 0 has no place on a logarithmic axis and is left out
     * @return x is 1 / (1 - q), y in microseconds
     */
    static List<Point> points(Histogram nanoseconds) {
        double last = nanoseconds.getTotalCount() / SAMPLES_ABOVE;
        List<Point> points = new ArrayList<>();
        for (int i = 0; Math.pow(10, i / POINTS_IN_A_DECADE) < last - ROUNDING; i++) {
            add(points, Math.pow(10, i / POINTS_IN_A_DECADE), nanoseconds);
        }
        if (last >= 1) {
            add(points, last, nanoseconds);
        }
        return points;
    }

    private static void add(List<Point> points, double oneIn, Histogram nanoseconds) {
        long ns = nanoseconds.getValueAtPercentile(100 - 100 / oneIn);
        if (ns > 0) {
            points.add(new Point(oneIn, ns / NS_PER_US));
        }
    }
}
