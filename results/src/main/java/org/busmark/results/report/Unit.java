package org.busmark.results.report;

/** What a figure is counted in, and how a person reads it. */
public enum Unit {
    /** 950, 52.3k, 1.20M. */
    PER_SECOND(1_000, "", "k", "M", "G"),
    /** 123 µs, 1.23 ms, 2.00 s. */
    MICROSECONDS(1_000, " µs", " ms", " s"),
    /** 0.450 s. */
    SECONDS(1_000, " s"),
    /** 1.50 GiB. */
    BYTES(1_024, " B", " KiB", " MiB", " GiB", " TiB"),
    /** 1,234,567. */
    COUNT(1_000, "");

    private static final double ROUNDS_UP = 999.5;

    private final double step;
    private final String suffixes;

    Unit(double step, String... suffixes) {
        this.step = step;
        this.suffixes = String.join("/", suffixes);
    }

    /** The figure with as many digits as a reader can use. */
    public String format(double value) {
        if (this == COUNT) {
            return Figures.grouped(Math.round(value));
        }
        int power = power(value);
        return Figures.significant(value / Math.pow(step, power)) + suffix(power);
    }

    /** The interval stands in the unit of the value before it: {@code 52.3k [50.1, 55.0]}. */
    public String format(Reading reading) {
        String value = format(reading.value());
        if (reading.low() == null || reading.high() == null) {
            return value;
        }
        return value + " [" + inUnitOf(reading.value(), reading.low()) + ", "
                + inUnitOf(reading.value(), reading.high()) + "]";
    }

    /** From the smallest to the largest, in the unit of the value before it: {@code 7.57 ms (6.52..49.1)}. */
    String range(double value, double smallest, double largest) {
        return format(value) + " (" + inUnitOf(value, smallest) + ".." + inUnitOf(value, largest) + ")";
    }

    private String inUnitOf(double value, double end) {
        return Figures.significant(end / Math.pow(step, power(value)));
    }

    private int power(double value) {
        int largest = suffixes.split("/", -1).length - 1;
        int power = 0;
        for (double rest = value; rest >= ROUNDS_UP && power < largest; rest /= step) {
            power++;
        }
        return power;
    }

    private String suffix(int power) {
        return suffixes.split("/", -1)[power];
    }
}
