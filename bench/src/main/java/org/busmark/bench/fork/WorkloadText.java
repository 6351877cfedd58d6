package org.busmark.bench.fork;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.busmark.workload.Durations;
import org.busmark.workload.Workload;

/** A resolved workload as the file that {@link org.busmark.bench.files.WorkloadFile} reads, so that a fork runs just that. */
public final class WorkloadText {
    private WorkloadText() {}

    /** YAML; every key is there. */
    public static String of(Workload w) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "name", quoted(w.name()));
        line(yaml, "pattern", w.shape().text());
        line(yaml, "message", w.message());
        line(yaml, "payload", w.payload().name().toLowerCase(Locale.ROOT));
        line(yaml, "topics", w.topics());
        line(yaml, "partitions", w.partitions());
        line(yaml, "keys", w.keys());
        line(yaml, "producers", w.producers());
        line(yaml, "groups", w.groups());
        line(yaml, "consumers", w.consumers());
        line(yaml, "guarantee", w.guarantee());
        line(yaml, "rate", w.rate());
        line(yaml, "window", w.window());
        line(yaml, "objective", Durations.format(w.objective()));
        line(yaml, "warmup", Durations.format(w.warmup()));
        line(yaml, "duration", Durations.format(w.duration()));
        if (!w.settings().isEmpty()) {
            yaml.append("settings:\n");
            new TreeMap<>(w.settings()).forEach((bus, settings) -> settings(yaml, bus, settings));
        }
        return yaml.toString();
    }

    private static void settings(StringBuilder yaml, String bus, Map<String, String> settings) {
        yaml.append("  ").append(quoted(bus)).append(":");
        if (settings.isEmpty()) {
            yaml.append(" {}");
        }
        yaml.append('\n');
        settings.forEach((name, value) -> yaml.append("    ")
                .append(quoted(name))
                .append(": ")
                .append(quoted(value))
                .append('\n'));
    }

    private static void line(StringBuilder yaml, String key, Object value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    /** Escapes what is not plain ASCII: YAML refuses control characters as they are, and folds line ends. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point < ' ' || point > '~') {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", point));
            } else {
                quoted.append(point == '"' || point == '\\' ? "\\" : "").appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
