package org.busmark.verdict;

import java.util.Locale;

/** Figures as reasons print them: three digits and a unit that suits. Pure. */
public final class Words {
    private static final double US_PER_MS = 1_000;
    private static final double US_PER_S = 1_000_000;

    private Words() {}

    /** A time, in us, ms or s. */
    public static String micros(double us) {
        if (us >= US_PER_S) {
            return digits(us / US_PER_S) + " s";
        }
        return us >= US_PER_MS ? digits(us / US_PER_MS) + " ms" : digits(us) + " us";
    }

    /** A share of 1 as a percentage. */
    public static String percent(double share) {
        return digits(100 * share) + " %";
    }

    /** Messages a second, whole. */
    public static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    static String quantile(double percentile) {
        return "p" + (int) percentile;
    }

    static String digits(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
