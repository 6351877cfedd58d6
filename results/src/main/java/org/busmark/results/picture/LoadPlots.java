package org.busmark.results.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/**
 * Latency against load: response p50 and p99 of the cells that were measured at shares of a bus's capacity, over the rate
 * that was offered, with the capacity as an upright line. One picture for each work whose capacity was searched for.
 */
final class LoadPlots {
    private static final int LONGEST_REASON = 120;

    private final RunMaterial run;
    private final List<Curve> curves = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<CapacityRecord> found;

    private LoadPlots(RunMaterial run, List<CapacityRecord> ofOneWork) {
        this.run = run;
        this.found = ofOneWork;
    }

    static List<Plot> of(RunMaterial run) {
        Map<List<Object>, List<CapacityRecord>> byWork = new LinkedHashMap<>();
        for (CapacityRecord capacity : run.document().capacities()) {
            List<Object> work = List.of(capacity.workload(), capacity.guarantee(), capacity.messageBytes());
            byWork.computeIfAbsent(work, any -> new ArrayList<>()).add(capacity);
        }
        return byWork.values().stream()
                .flatMap(ofOneWork -> new LoadPlots(run, ofOneWork).plot().stream())
                .toList();
    }

    private Optional<Plot> plot() {
        found.forEach(this::addCurves);
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        double[] rates = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .toArray();
        Axis y = Axis.decades(
                "response",
                curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Point::y),
                Label::micros);
        found.forEach(capacity -> addCapacity(capacity, y));
        notes.add("Solid: p50. Dashed: p99. Upright: capacity, the highest rate at which the backlog does not grow and"
                + " response p99 meets " + Label.micros(found.get(0).objectiveUs()) + ".");
        CapacityRecord work = found.get(0);
        return Optional.of(new Plot(
                List.of("load", work.workload(), work.guarantee().name()),
                "Latency against load: " + Label.name(work.workload()),
                work.guarantee() + ", " + Label.size(work.messageBytes()),
                Axis.fitting("messages a second offered", rates(rates), Label::count),
                y,
                curves,
                remarks,
                notes));
    }

    /** A capacity may lie beyond the last point. */
    private DoubleStream rates(double[] ofPoints) {
        return DoubleStream.concat(
                Arrays.stream(ofPoints),
                found.stream()
                        .map(CapacityRecord::perSecond)
                        .flatMap(Stream::ofNullable)
                        .mapToDouble(Double::doubleValue)
                        .filter(perSecond -> perSecond > 0));
    }

    private void addCurves(CapacityRecord capacity) {
        List<CellRecord> cells = capacity.sweep().stream()
                .flatMap(point -> run.document().cell(point.cellId()).stream())
                .filter(cell -> cell.rate().perSecond() != null)
                .sorted(Comparator.comparingDouble(LoadPlots::rate))
                .toList();
        String name = run.name(capacity.bus());
        Color colour = run.colour(capacity.bus());
        List<Point> p50 = points(cells, SeriesRecord::p50Us);
        List<Point> p99 = points(cells, SeriesRecord::p99Us);
        if (!p50.isEmpty()) {
            curves.add(new Curve(name, colour, Trace.SOLID_WITH_DOTS, p50));
        }
        if (!p99.isEmpty()) {
            curves.add(new Curve(p50.isEmpty() ? name : "", colour, Trace.DASHED_WITH_DOTS, p99));
        }
        long invalid =
                cells.stream().filter(cell -> cell.verdict() == Verdict.INVALID).count();
        if (invalid > 0) {
            notes.add(name + ": " + invalid + " of " + cells.size() + " rates are INVALID and have no point.");
        }
    }

    private void addCapacity(CapacityRecord capacity, Axis y) {
        Double perSecond = capacity.perSecond();
        String name = run.name(capacity.bus());
        if (perSecond == null || perSecond <= 0) {
            notes.add(
                    name + " has no capacity: " + Label.line(String.valueOf(capacity.reason()), LONGEST_REASON) + ".");
            return;
        }
        Color colour = run.colour(capacity.bus());
        curves.add(new Curve(
                "", colour, Trace.DOTTED, List.of(new Point(perSecond, y.min()), new Point(perSecond, y.max()))));
        remarks.add(new Remark(new Point(perSecond, y.min()), Label.count(perSecond) + "/s", colour));
        if (capacity.reason() != null) {
            notes.add(name + "'s capacity is a lower bound.");
        }
    }

    private static List<Point> points(List<CellRecord> cells, Function<SeriesRecord, @Nullable Double> figure) {
        List<Point> points = new ArrayList<>();
        for (CellRecord cell : cells) {
            SeriesRecord response = cell.verdict() == Verdict.INVALID ? null : cell.response();
            Double us = response == null ? null : figure.apply(response);
            if (us != null && us > 0) {
                points.add(new Point(rate(cell), us));
            }
        }
        return points;
    }

    private static double rate(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        return perSecond == null ? 0 : perSecond;
    }
}
