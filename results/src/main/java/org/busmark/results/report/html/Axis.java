package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busmark.results.report.Unit;

/**
 * Where a figure lies along a strip, in per cent of its width, so that a picture needs no script to be as wide as the
 * page.
 *
 * @param low positive on a logarithmic axis
 */
record Axis(double low, double high, boolean log) {
    private static final double MARGIN = 2;
    private static final double[] STEPS = {1, 2, 5};

    /** A mark under the axis. */
    record Tick(String at, String text) {}

    /** Factors instead of differences where the figures are more than 20 times apart. */
    static Axis over(double smallest, double largest) {
        return smallest > 0 && largest > 20 * smallest
                ? new Axis(below(smallest), above(largest), true)
                : fromZero(largest);
    }

    static Axis fromZero(double largest) {
        return new Axis(0, largest > 0 ? largest * 1.04 : 1, false);
    }

    /** Such as {@code 12.34%}; what lies outside is put at the end. */
    String at(double value) {
        double share = log
                ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
        return percent(MARGIN + (100 - 2 * MARGIN) * Math.min(1, Math.max(0, share)));
    }

    /** How wide a figure is that begins at 0. */
    String width(double value) {
        return percent((100 - 2 * MARGIN) * Math.min(1, value / high));
    }

    List<Tick> ticks(Unit unit) {
        List<Tick> ticks = new ArrayList<>();
        if (log) {
            boolean decadesOnly = high / low > 200;
            for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
                for (double step : decadesOnly ? new double[] {1} : STEPS) {
                    add(step * decade, unit, ticks);
                }
            }
        } else {
            double step = above(high / 5);
            for (int i = 0; i * step <= high; i++) {
                add(i * step, unit, ticks);
            }
        }
        return ticks;
    }

    private void add(double value, Unit unit, List<Tick> ticks) {
        if (value >= low && value <= high) {
            // 10.0k is a figure, 10k is a mark.
            ticks.add(new Tick(at(value), unit.format(value).replaceFirst("\\.0+(?=\\D|$)", "")));
        }
    }

    private static double below(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double found = decade;
        for (double step : STEPS) {
            found = step * decade <= value ? step * decade : found;
        }
        return found;
    }

    private static double above(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * decade >= value * (1 - 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
