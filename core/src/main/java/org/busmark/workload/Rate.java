package org.busmark.workload;

import java.math.BigDecimal;
import java.util.regex.Matcher;

/**
 * The offered rate: messages per second over all producers together, or {@link #MAX}, which is a closed loop.
 *
 * @param perSecond positive; infinite for {@link #MAX}
 */
public record Rate(double perSecond) {
    /** As fast as the window allows: a closed loop. */
    public static final Rate MAX = new Rate(Double.POSITIVE_INFINITY);

    /** What a text may be, for messages. */
    public static final String ALLOWED = "max, or a positive number and /s, such as 10000/s";

    private static final java.util.regex.Pattern TEXT =
            java.util.regex.Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*/\\s*s");

    public Rate {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("rate is not positive: " + perSecond);
        }
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Rate parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("max")) {
            return MAX;
        }
        Matcher matcher = TEXT.matcher(stripped);
        double value = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(value > 0)) {
            throw new IllegalArgumentException("'" + text + "' is not a rate; allowed: " + ALLOWED);
        }
        return new Rate(value);
    }

    /** Whether this is a closed loop. */
    public boolean isMax() {
        return Double.isInfinite(perSecond);
    }

    /** {@code max}, or the number with {@code /s}. */
    @Override
    public String toString() {
        return isMax()
                ? "max"
                : BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/s";
    }
}
