package org.busmark.workload;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long a broker lives within a campaign. */
public enum BrokerLife {
    /** From the beginning to the end; it idles while others are measured. */
    ONCE,
    /** One round: it is started and conditioned anew, and no other broker runs meanwhile. */
    EACH_ROUND;

    /** As in a file: {@code each-round}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static BrokerLife parse(String text) {
        return Stream.of(values())
                .filter(life -> life.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not how long a broker lives; allowed: " + allowed()));
    }

    private static String allowed() {
        return Stream.of(values()).map(BrokerLife::text).collect(Collectors.joining(", "));
    }
}
