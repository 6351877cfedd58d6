package org.busmark.results.picture;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis of a plot.
 *
 * @param title what is measured, and its unit where the labels do not say it; empty for none
 * @param min smaller than {@code max}; both positive on a logarithmic axis
 * @param label what stands at a tick; empty for nothing
 */
record Axis(String title, Scale scale, double min, double max, DoubleFunction<String> label) {
    /** A span wider than this is unreadable on a linear axis: the small values lie on its edge. */
    private static final double WIDEST_LINEAR = 20;

    private static final double ROOM_ABOVE = 1.08;

    /** How positions follow from values. */
    enum Scale {
        LINEAR,
        /** Labelled at powers of ten. */
        LOGARITHMIC,
        /** Positions 1, 2, 3 and so on have a name each. */
        NAMED
    }

    Axis {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("axis has no length: " + min + " to " + max);
        }
        if (scale == Scale.LOGARITHMIC && !(min > 0)) {
            throw new IllegalArgumentException("a logarithmic axis begins at " + min);
        }
    }

    /** From the power of ten at or below the smallest value to the one above the largest: one decade at least. */
    static Axis decades(String title, DoubleStream positive, DoubleFunction<String> label) {
        double[] values = positive.sorted().toArray();
        double low = Math.floor(Math.log10(values[0]) + 1e-9);
        double high = Math.ceil(Math.log10(values[values.length - 1]) - 1e-9);
        return new Axis(title, Scale.LOGARITHMIC, Math.pow(10, low), Math.pow(10, Math.max(high, low + 1)), label);
    }

    /** From 0, or logarithmic where the values are too far apart for that. */
    static Axis fitting(String title, DoubleStream positive, DoubleFunction<String> label) {
        double[] values = positive.sorted().toArray();
        double largest = values[values.length - 1];
        return largest > WIDEST_LINEAR * values[0]
                ? decades(title, DoubleStream.of(values), label)
                : new Axis(title, Scale.LINEAR, 0, ROOM_ABOVE * largest, label);
    }

    /** The names at 1, 2, 3 and so on. */
    static Axis named(List<String> names) {
        return new Axis("", Scale.NAMED, 0.5, names.size() + 0.5, position -> names.get((int) position - 1));
    }

    /** Where a value lies, in steps of this axis. */
    double position(double value) {
        return scale == Scale.LOGARITHMIC ? Math.log10(value) : value;
    }

    /** How long it is, in steps. */
    double positions() {
        return position(max) - position(min);
    }

    /** Where a share of its length lies, 0 to 1. */
    double positionAt(double share) {
        return position(min) + share * positions();
    }

    /** Letters of the longest name; 0 where positions have none. */
    int longestName() {
        return scale != Scale.NAMED
                ? 0
                : IntStream.rangeClosed(1, (int) max)
                        .mapToObj(this::labelAt)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
    }

    /** What stands at a position that a tick was put to. */
    String labelAt(double position) {
        if (position < position(min) - 1e-9 || position > position(max) + 1e-9) {
            return "";
        }
        if (scale == Scale.LINEAR) {
            return label.apply(position);
        }
        double whole = Math.rint(position);
        boolean between = Math.abs(position - whole) > 1e-9;
        return between ? "" : label.apply(scale == Scale.LOGARITHMIC ? Math.pow(10, whole) : whole);
    }
}
