package org.busmark.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One place of the table: a bus, a workload, a guarantee and a rate; the last two stand in the workload.
 *
 * @param bus id of the adapter
 * @param workload resolved: command line and file already combined
 */
public record Cell(String bus, Workload workload) {
    private static final int ID_DIGITS = 12;

    /**
     * The cell's identity: the first 12 hexadecimal digits of the SHA-256 of {@link #specification}. Derived, so that
     * nobody types a label.
     */
    public String id() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(specification().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Everything that makes this cell what it is, one {@code name=value} a line; other buses' settings are not in it. */
    public String specification() {
        Workload w = workload;
        StringBuilder text = new StringBuilder();
        line(text, "bus", bus);
        line(text, "workload", w.name());
        line(text, "pattern", w.shape().text());
        line(text, "message", w.message().bytes());
        line(text, "payload", w.payload());
        line(text, "topics", w.topics());
        line(text, "partitions", w.partitions());
        line(text, "keys", w.keys());
        line(text, "producers", w.producers());
        line(text, "groups", w.groups());
        line(text, "consumers", w.consumers());
        line(text, "guarantee", w.guarantee());
        line(text, "rate", w.rate());
        line(text, "window", w.window());
        line(text, "objective", Durations.format(w.objective()));
        line(text, "warmup", Durations.format(w.warmup()));
        line(text, "duration", Durations.format(w.duration()));
        new TreeMap<>(w.settingsFor(bus)).forEach((name, value) -> line(text, "settings." + name, value));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append('=').append(value).append('\n');
    }
}
