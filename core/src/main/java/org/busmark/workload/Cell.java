package org.busmark.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One place of the table: a bus, a workload, a guarantee and a rate; the last two stand in the workload.
 *
 * @param bus id of the adapter
 * @param workload resolved: command line and file already combined
 */
public record Cell(String bus, Workload workload) {
    private static final int ID_DIGITS = 12;

    private static final String BUS = "bus";
    private static final String WORKLOAD = "workload";
    private static final String MESSAGE = "message";
    private static final String PAYLOAD = "payload";
    private static final String GUARANTEE = "guarantee";
    private static final String RATE = "rate";
    private static final Set<String> TOLD_APART = Set.of(BUS, WORKLOAD, MESSAGE, GUARANTEE, RATE);

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
        Map<String, String> lines = resolved();
        new TreeMap<>(workload.settingsFor(bus)).forEach((name, value) -> lines.put("settings." + name, value));
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    /**
     * How the work is done, by the names of a workload file: what remains when a record has told the bus, the workload's
     * name, the message's size, the guarantee and the rate. The same for every bus; settings, which may be secret, are not
     * in it.
     */
    public Map<String, String> work() {
        Map<String, String> work = resolved();
        work.keySet().removeAll(TOLD_APART);
        work.put(PAYLOAD, workload.payload().name().toLowerCase(Locale.ROOT));
        return work;
    }

    private Map<String, String> resolved() {
        Workload w = workload;
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(BUS, bus);
        lines.put(WORKLOAD, w.name());
        lines.put("pattern", w.shape().text());
        lines.put(MESSAGE, String.valueOf(w.message().bytes()));
        lines.put(PAYLOAD, String.valueOf(w.payload()));
        lines.put("topics", String.valueOf(w.topics()));
        lines.put("partitions", String.valueOf(w.partitions()));
        lines.put("keys", String.valueOf(w.keys()));
        lines.put("producers", String.valueOf(w.producers()));
        lines.put("groups", String.valueOf(w.groups()));
        lines.put("consumers", String.valueOf(w.consumers()));
        lines.put(GUARANTEE, String.valueOf(w.guarantee()));
        lines.put(RATE, String.valueOf(w.rate()));
        lines.put("window", String.valueOf(w.window()));
        lines.put("objective", Durations.format(w.objective()));
        lines.put("warmup", Durations.format(w.warmup()));
        lines.put("duration", Durations.format(w.duration()));
        return lines;
    }
}
