package org.busmark.bench.crosscheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The measured part of a tool's run: it begins at the first count that is the warm-up's time after the very first one,
 * and ends at the first count that is the duration's time after that. What lies before (JVM start, joining a group, the
 * first messages, the compiler's work) is on neither side of the comparison. Confined to one thread.
 */
final class SteadyPart {
    private final long warmupMs;
    private final long durationMs;
    private final List<Reading> readings = new ArrayList<>();

    SteadyPart(Duration warmup, Duration duration) {
        this.warmupMs = warmup.toMillis();
        this.durationMs = Math.max(1, duration.toMillis());
    }

    /** How many counts have been read. */
    int size() {
        return readings.size();
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    /** Whether enough was seen. */
    boolean isComplete() {
        return last() != null;
    }

    /** Nothing before it is complete, and when nothing arrived in it. */
    Optional<Figures> figures() {
        Reading begin = first();
        Reading end = last();
        if (begin == null || end == null) {
            return Optional.empty();
        }
        long messages = end.count().messages() - begin.count().messages();
        double seconds = (end.count().atMs() - begin.count().atMs()) / 1e3;
        return messages <= 0
                ? Optional.empty()
                : Optional.of(new Figures(messages / seconds, cpuPerMillion(begin, end, messages)));
    }

    private static @Nullable Double cpuPerMillion(Reading begin, Reading end, long messages) {
        if (begin.cpuSeconds().isEmpty() || end.cpuSeconds().isEmpty()) {
            return null;
        }
        return (end.cpuSeconds().getAsDouble() - begin.cpuSeconds().getAsDouble()) / messages * 1e6;
    }

    private @Nullable Reading first() {
        return readings.isEmpty() ? null : atOrAfter(readings.get(0).count().atMs() + warmupMs);
    }

    private @Nullable Reading last() {
        Reading begin = first();
        return begin == null ? null : atOrAfter(begin.count().atMs() + durationMs);
    }

    private @Nullable Reading atOrAfter(long atMs) {
        return readings.stream()
                .filter(reading -> reading.count().atMs() >= atMs)
                .findFirst()
                .orElse(null);
    }
}
