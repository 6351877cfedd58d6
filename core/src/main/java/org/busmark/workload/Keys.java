package org.busmark.workload;

import java.util.regex.Matcher;

/**
 * How messages are spread over partitions.
 *
 * @param kind of spreading
 * @param count of different keys; 0 where the kind has none
 */
public record Keys(Kind kind, int count) {
    /** How keys are drawn. */
    public enum Kind {
        /** No key; the client chooses the partition as it usually does. */
        NONE,
        /** No key; message i goes to partition i modulo partitions. */
        ROUND_ROBIN,
        /** Each key equally often, in an order that the sequence number decides. */
        UNIFORM,
        /** Key k (from 1) with a probability proportional to 1 / k. */
        ZIPF
    }

    /** No key at all. */
    public static final Keys NONE = new Keys(Kind.NONE, 0);

    /** What a text may be, for messages. */
    public static final String ALLOWED = "none, round-robin, uniform N or zipf N (N from 1 to 1000000)";

    private static final int MOST = 1_000_000;
    private static final java.util.regex.Pattern DRAWN =
            java.util.regex.Pattern.compile("(uniform|zipf)\\s+(\\d{1,7})");

    public Keys {
        boolean drawn = kind == Kind.UNIFORM || kind == Kind.ZIPF;
        if (drawn ? count < 1 || count > MOST : count != 0) {
            throw new IllegalArgumentException("count of keys does not fit " + kind + ": " + count);
        }
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Keys parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("none")) {
            return NONE;
        }
        if (stripped.equals("round-robin")) {
            return new Keys(Kind.ROUND_ROBIN, 0);
        }
        Matcher matcher = DRAWN.matcher(stripped);
        int count = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("'" + text + "' is not a choice of keys; allowed: " + ALLOWED);
        }
        return new Keys(matcher.group(1).equals("zipf") ? Kind.ZIPF : Kind.UNIFORM, count);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case ROUND_ROBIN -> "round-robin";
            case UNIFORM -> "uniform " + count;
            case ZIPF -> "zipf " + count;
        };
    }
}
