package org.busmark.workload;

import java.time.Duration;
import java.util.regex.Matcher;

/** Durations as text with their unit: {@code 50 ms}, {@code 5 s}, {@code 2 min}. */
public final class Durations {
    /** What a text may be, for messages. */
    public static final String ALLOWED = "a whole number and us, ms, s or min, such as 50 ms or 10 s";

    private static final java.util.regex.Pattern TEXT = java.util.regex.Pattern.compile("(\\d{1,9})\\s*(us|ms|s|min)");

    private Durations() {}

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a duration; allowed: " + ALLOWED);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> Duration.ofNanos(amount * 1_000);
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** In the largest unit that divides it. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 1_000_000_000L == 0) {
            return nanos / 1_000_000_000L + " s";
        }
        return nanos % 1_000_000L == 0 ? nanos / 1_000_000L + " ms" : nanos / 1_000L + " us";
    }
}
