package org.busmark.results.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Values and names as a picture writes them. */
final class Label {
    private static final int LONGEST_NAME = 40;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Label() {}

    /** A time in the unit that suits it: 100 ns, 2.5 \u00b5s, 10 ms, 1 s. */
    static String micros(double us) {
        if (us < 1) {
            return number(us * 1e3) + " ns";
        }
        if (us < 1e3) {
            return number(us) + " \u00b5s";
        }
        return us < 1e6 ? number(us / 1e3) + " ms" : number(us / 1e6) + " s";
    }

    /** A rate or a count: 500, 1.5k, 2M. */
    static String count(double value) {
        if (value < 1e3) {
            return number(value);
        }
        return value < 1e6 ? number(value / 1e3) + "k" : number(value / 1e6) + "M";
    }

    /** Which quantile one in so many samples lies above: p0, p90, p99, p99.9. */
    static String quantile(double oneIn) {
        return "p"
                + BigDecimal.valueOf(100 - 100 / oneIn)
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Three significant digits, without zeros at the end. */
    static String number(double value) {
        return value == 0
                ? "0"
                : BigDecimal.valueOf(value)
                        .round(THREE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Whole messages a second, with commas. */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    /** In the largest unit that divides it: 100 B, 1 KiB. */
    static String size(int bytes) {
        return bytes >= 1024 && bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " B";
    }

    /** A name that anybody may have given, as {@link #line} of 40 characters at most. */
    static String name(String text) {
        return line(text, LONGEST_NAME);
    }

    /** Words that anybody may have written: on one line, not too long, and with nothing that turns the writing around. */
    static String line(String text, int longest) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : isDrawn(c) ? c : '\uFFFD')
                .limit(longest + 1L)
                .forEach(visible::appendCodePoint);
        String line = visible.toString().strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    private static boolean isDrawn(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c) && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
