package org.busmark.results.claims;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the entries of a claim file have in common. */
final class Keys {
    private Keys() {}

    /** In the order in which a message lists them. */
    @SafeVarargs
    static Set<String> of(List<String>... keys) {
        Set<String> all = new LinkedHashSet<>();
        for (List<String> some : keys) {
            all.addAll(some);
        }
        return Collections.unmodifiableSet(all);
    }

    /** Any adapter's id: that it is not installed here is no mistake. */
    static String bus(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the id of a bus; allowed: such as kafka, rabbitmq, zeromq");
        }
        return text;
    }

    static String otherBus(String text, String bus) {
        if (text.equals(bus)) {
            throw new IllegalArgumentException("'" + text + "' is the same bus; allowed: another one");
        }
        return bus(text);
    }

    static String words(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is blank; allowed: some words");
        }
        return text.strip();
    }
}
