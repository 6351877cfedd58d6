package org.busmark.results.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.busmark.results.campaign.HistogramLog.Interval;
import org.busmark.results.record.Load;

/**
 * Latency over the time of a run, interval by interval of its logs (a second, in runs up to two minutes), all rounds
 * added: p50, p99 where 10 samples lie above it, and the largest. A message belongs to the interval in which it was meant
 * to be sent.
 */
final class TimePlots {
    private static final double SAMPLES_ABOVE = 10;
    private static final double NS_PER_US = 1e3;

    private TimePlots() {}

    static List<Plot> of(RunMaterial run) throws IOException {
        List<Plot> plots = new ArrayList<>();
        for (CellGroup group : CellGroup.of(run, cell -> cell.load() != Load.CLOSED_LOOP)) {
            List<Curve> curves = new ArrayList<>();
            Timing timing = Timing.of(group);
            double endSeconds = 0;
            for (CellGroup.Member member : group.members()) {
                List<Interval> intervals = run.intervals(member.cell(), Timing.series(member.cell()));
                curves.addAll(curves(timing.label(member), member, intervals));
                endSeconds = Math.max(endSeconds, end(intervals));
            }
            if (!curves.isEmpty()) {
                plots.add(plot(group, timing, curves, endSeconds));
            }
        }
        return plots;
    }

    private static Plot plot(CellGroup group, Timing timing, List<Curve> curves, double endSeconds) {
        List<String> notes = new ArrayList<>(group.notes());
        notes.add(
                "Solid: p50. Dashed: p99. Dots: the largest. Each of the messages meant to be sent in that interval.");
        return new Plot(
                FileNames.words("time", group.fileWords()),
                timing.title() + " over time: " + group.title(),
                group.subtitle(),
                new Axis("seconds since measuring began", Axis.Scale.LINEAR, 0, endSeconds, Label::number),
                Axis.decades(
                        timing.axis(),
                        curves.stream()
                                .flatMap(curve -> curve.points().stream())
                                .mapToDouble(Point::y),
                        Label::micros),
                curves,
                List.of(),
                notes);
    }

    private static double end(List<Interval> intervals) {
        return intervals.stream()
                .mapToDouble(one -> one.startSeconds() + one.lengthSeconds())
                .max()
                .orElse(0);
    }

    private static List<Curve> curves(String label, CellGroup.Member member, List<Interval> intervals) {
        return Stream.of(
                        new Curve(label, member.colour(), Trace.SOLID, points(intervals, at(50))),
                        new Curve("", member.colour(), Trace.DASHED, points(intervals, at(99))),
                        new Curve("", member.colour(), Trace.DOTS, points(intervals, TimePlots::largest)))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
    }

    /**
     * One figure of each interval.
     *
     * @param figure in nanoseconds; empty where an interval has none
     * @return x is the middle of the interval in seconds, y in microseconds; a figure of 0 has no place and is left out
     */
    static List<Point> points(List<Interval> intervals, Function<Histogram, OptionalDouble> figure) {
        List<Point> points = new ArrayList<>();
        for (Interval interval : intervals) {
            figure.apply(interval.histogram()).stream()
                    .filter(ns -> ns > 0)
                    .forEach(ns -> points.add(
                            new Point(interval.startSeconds() + interval.lengthSeconds() / 2, ns / NS_PER_US)));
        }
        return points;
    }

    static Function<Histogram, OptionalDouble> at(double percentile) {
        return histogram -> histogram.getTotalCount() * (100 - percentile) / 100 < SAMPLES_ABOVE
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) histogram.getValueAtPercentile(percentile));
    }

    static OptionalDouble largest(Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) histogram.getMaxValue());
    }
}
