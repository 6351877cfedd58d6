package org.busmark.results.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.busmark.results.report.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the script draws, as JSON. Numbers of a time are microseconds.
 *
 * @param kind which x axis: {@code curve} is 1/(1-q), {@code load} messages a second, {@code time} positions
 * @param panels one above the other, over the same x
 * @param across lines at a value of the first panel
 * @param down lines at an x
 * @param rounds where each round begins; for {@code time} only
 * @param step seconds from one position to the next; for {@code time} only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Plot(
        String kind,
        List<Panel> panels,
        List<Across> across,
        List<Down> down,
        @Nullable List<Round> rounds,
        @Nullable Integer step) {
    /**
     * A coordinate system.
     *
     * @param unit {@code time} or {@code count}
     * @param lines as many as there are y columns in all tables, in their order
     * @param tables each an x column and its y columns; null where there is no figure
     */
    record Panel(
            String title,
            String unit,
            boolean log,
            List<Line> lines,
            List<List<List<@Nullable Double>>> tables,
            List<Whisker> whiskers) {}

    /**
     * A series.
     *
     * @param bus its place in the list of buses
     * @param part which figure of the bus, such as {@code p99}; empty where there is one only
     * @param doubtful x of points that are DEGRADED
     */
    record Line(int bus, String part, List<Double> doubtful) {}

    /**
     * How far rounds lay apart at one point.
     *
     * @param line its place in the panel's list
     */
    record Whisker(int line, double x, double low, double high) {
        /** Empty where rounds are unknown or their figures have no place on a logarithmic axis. */
        static Optional<Whisker> of(int line, double x, @Nullable Reading rounds) {
            Double low = rounds == null ? null : Rounded.positive(rounds.low());
            Double high = rounds == null ? null : Rounded.positive(rounds.high());
            return low == null || high == null ? Optional.empty() : Optional.of(new Whisker(line, x, low, high));
        }
    }

    /** A limit, from left to right. */
    record Across(double y, String text) {}

    /** A bus's own mark, from top to bottom. */
    record Down(double x, int bus, String text) {}

    /** Where a round begins. */
    record Round(int from, String text) {}
}
