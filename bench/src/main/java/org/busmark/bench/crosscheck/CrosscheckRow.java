package org.busmark.bench.crosscheck;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.busmark.bus.Guarantee;
import org.busmark.results.statistics.Estimate;
import org.busmark.results.statistics.PairedRatio;

/**
 * One tool at one message size.
 *
 * @param toolVersion as its artifact says
 * @param toolCommand command lines of its processes, joined by {@code &}; no secrets
 * @param pairs rounds in which both sides came through
 * @param failures why other rounds have no pair, one text each
 */
public record CrosscheckRow(
        String bus,
        String tool,
        String toolVersion,
        String toolCommand,
        int messageBytes,
        Guarantee guarantee,
        List<RoundPair> pairs,
        List<String> failures) {
    public CrosscheckRow {
        pairs = List.copyOf(pairs);
        failures = List.copyOf(failures);
    }

    /** Busmark's messages a second over the tool's, paired by rounds; above 1 Busmark is faster. */
    public Optional<PairedRatio> throughputRatio() {
        return ratio(pairs, Figures::perSecond);
    }

    /** Busmark's client CPU a message over the tool's; below 1 Busmark needs less. */
    public Optional<PairedRatio> clientCpuRatio() {
        List<RoundPair> known = pairs.stream()
                .filter(pair -> isPositive(pair.busmark()) && isPositive(pair.tool()))
                .toList();
        return ratio(known, CrosscheckRow::cpu);
    }

    /** Busmark's median messages a second. */
    public Optional<Double> busmarkPerSecond() {
        return median(
                pairs.stream().mapToDouble(pair -> pair.busmark().perSecond()).toArray());
    }

    /** The tool's median messages a second. */
    public Optional<Double> toolPerSecond() {
        return median(
                pairs.stream().mapToDouble(pair -> pair.tool().perSecond()).toArray());
    }

    private static Optional<Double> median(double[] values) {
        return values.length == 0
                ? Optional.empty()
                : Optional.of(Estimate.of(values).median());
    }

    private static Optional<PairedRatio> ratio(List<RoundPair> pairs, ToDoubleFunction<Figures> figure) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PairedRatio.of(
                pairs.stream().map(RoundPair::busmark).mapToDouble(figure).toArray(),
                pairs.stream().map(RoundPair::tool).mapToDouble(figure).toArray()));
    }

    private static boolean isPositive(Figures figures) {
        return cpu(figures) > 0;
    }

    private static double cpu(Figures figures) {
        Double seconds = figures.cpuSecondsPerMillion();
        return seconds == null ? 0 : seconds;
    }
}
