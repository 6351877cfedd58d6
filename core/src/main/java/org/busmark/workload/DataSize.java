package org.busmark.workload;

import java.util.regex.Matcher;

/**
 * An amount of bytes with its unit in the text: {@code 100 B}, {@code 1 KiB}, {@code 32 MiB}.
 *
 * @param bytes 0 to 2^31 - 1
 */
public record DataSize(int bytes) {
    /** What a text may be, for messages. */
    public static final String ALLOWED = "a whole number and B, KiB or MiB, such as 100 B or 1 KiB";

    private static final java.util.regex.Pattern TEXT = java.util.regex.Pattern.compile("(\\d{1,10})\\s*(B|KiB|MiB)");

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is negative: " + bytes);
        }
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static DataSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size; allowed: " + ALLOWED);
        }
        long bytes = Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("'" + text + "' is too large; allowed: less than 2048 MiB");
        }
        return new DataSize((int) bytes);
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            default -> 0;
        };
    }

    /** In the largest unit that divides it. */
    @Override
    public String toString() {
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " B";
    }
}
