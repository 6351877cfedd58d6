package org.busmark.results.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers with as many digits as a reader can use. */
final class Figures {
    private static final int DIGITS = 3;
    private static final double TOO_LONG = 1e6;
    private static final double SMALL_RATIO = 0.095;
    private static final double TOO_SHORT = 1e-4;

    private Figures() {}

    /** Three significant digits, trailing zeros kept: 0.0123, 1.20, 55.0, 123, 1230. */
    static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= TOO_LONG || size < TOO_SHORT) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        // Rounded first, so that 0.9996 gets the digits of 1.00.
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, DIGITS - (rounded.precision() - rounded.scale()));
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Two decimals where a few per cent matter, fewer above. */
    static String ratio(double value) {
        if (value >= 100) {
            return significant(value);
        }
        int decimals = value >= 10 ? 0 : value >= 2 ? 1 : 2;
        return value < SMALL_RATIO
                ? significant(value)
                : BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** With commas: 1,234,567. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Exact in the largest unit that divides it: 100 B, 1 KiB, 1500 B. */
    static String size(long bytes) {
        long mebi = 1 << 20;
        long kibi = 1 << 10;
        if (bytes >= mebi && bytes % mebi == 0) {
            return bytes / mebi + " MiB";
        }
        return bytes >= kibi && bytes % kibi == 0 ? bytes / kibi + " KiB" : bytes + " B";
    }
}
