package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.busmark.results.report.Reading;
import org.busmark.results.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Percentile curves in the manner of HdrHistogram: x is 1/(1-q), so that each further nine takes as much room as the one
 * before. A curve ends where fewer than {@value Quantile#SAMPLES_ABOVE} samples remain above. Whiskers say how far the
 * rounds' own percentiles lay apart.
 */
final class CurvePlot {
    private static final int STEPS_A_DECADE = 16;
    private static final int MOST_STEPS = 6 * STEPS_A_DECADE;

    /** Where the figures of the tables stand. */
    private static final Map<String, Double> WHISKERS =
            new TreeMap<>(Map.of("p50", 2.0, "p90", 10.0, "p99", 100.0, "p99.9", 1_000.0, "p99.99", 10_000.0));

    private CurvePlot() {}

    /** Empty when no cell has a sample. */
    static Optional<Plot> of(List<CellTimes> cells, Report report, Palette palette) {
        List<Histogram> histograms = cells.stream().map(CellTimes::merged).toList();
        int steps = histograms.stream().mapToInt(CurvePlot::steps).max().orElse(0);
        if (steps == 0) {
            return Optional.empty();
        }
        List<List<@Nullable Double>> columns = new ArrayList<>();
        columns.add(IntStream.range(0, steps)
                .<@Nullable Double>mapToObj(step -> Rounded.of(beyond(step)))
                .toList());
        List<Plot.Line> lines = new ArrayList<>();
        List<Plot.Whisker> whiskers = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Histogram histogram = histograms.get(i);
            List<@Nullable Double> column = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                column.add(Quantile.us(histogram, beyond(step)));
            }
            columns.add(column);
            whiskers.addAll(whiskers(i, cells.get(i), report));
            lines.add(new Plot.Line(palette.index(cells.get(i).cell().bus()), "", List.of()));
        }
        Plot.Panel panel = new Plot.Panel("", "time", true, lines, List.of(columns), whiskers);
        return Optional.of(new Plot("curve", List.of(panel), List.of(), List.of(), null, null));
    }

    private static List<Plot.Whisker> whiskers(int line, CellTimes cell, Report report) {
        Map<String, Reading> rounds = report.ofRounds(cell.kind(), cell.cell());
        return WHISKERS.entrySet().stream()
                .flatMap(place -> Plot.Whisker.of(line, place.getValue(), rounds.get(place.getKey())).stream())
                .toList();
    }

    /** How far the curve goes. */
    private static int steps(Histogram histogram) {
        int steps = 0;
        while (steps < MOST_STEPS && Quantile.us(histogram, beyond(steps)) != null) {
            steps++;
        }
        return steps;
    }

    private static double beyond(int step) {
        return Math.pow(10, (double) step / STEPS_A_DECADE);
    }
}
