package org.busmark.results.statistics;

/** There and back. */
final class Logarithms {
    private Logarithms() {}

    static double[] of(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logs[i] = of(values[i]);
        }
        return logs;
    }

    static double of(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("value is not positive and finite: " + value);
        }
        return Math.log(value);
    }

    /** Ends too large for a double become the largest double: an interval stays an interval. */
    static Interval back(Interval logs) {
        return new Interval(back(logs.low()), back(logs.high()));
    }

    /** The same of a ratio, which also stays above 0. */
    static double ratio(double log) {
        return Math.max(back(log), Double.MIN_NORMAL);
    }

    private static double back(double log) {
        return Math.min(Math.exp(log), Double.MAX_VALUE);
    }
}
