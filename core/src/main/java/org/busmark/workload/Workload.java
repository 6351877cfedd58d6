package org.busmark.workload;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.wire.Body;

/**
 * One piece of work, the same for every bus.
 *
 * @param name letters, digits, dashes
 * @param shape in which messages travel
 * @param message size of each payload, header included
 * @param payload what fills it
 * @param topics producer p sends to topic p modulo topics; at most as many as producers
 * @param partitions of each topic
 * @param keys how messages are spread over partitions
 * @param producers each on a thread of its own
 * @param groups of consumers; each receives everything
 * @param consumers in each group, for each topic
 * @param guarantee that messages are given
 * @param rate offered by all producers together
 * @param window closed loop: messages sent and not yet delivered, over all producers
 * @param objective response p99 that a capacity must meet
 * @param warmup before measuring, at least: it goes on while the JVM compiles, where the host of the run lets it
 * @param duration of measuring
 * @param settings bus id to tuning in native names
 */
public record Workload(
        String name,
        Shape shape,
        DataSize message,
        Body payload,
        int topics,
        int partitions,
        Keys keys,
        int producers,
        int groups,
        int consumers,
        Guarantee guarantee,
        Rate rate,
        int window,
        Duration objective,
        Duration warmup,
        Duration duration,
        Map<String, Map<String, String>> settings) {
    /** The closed loop holds at most this many bytes in flight. */
    public static final int WINDOW_BYTES = 32 << 20;

    /** The smallest message: a header without a body. */
    public static final int SMALLEST_MESSAGE_BYTES = 32;

    public Workload {
        if (!name.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("name is '" + name + "'; allowed: letters, digits, dashes, at most 64");
        }
        atLeast("message", message.bytes(), SMALLEST_MESSAGE_BYTES, " bytes, the header's size");
        atLeast("topics", topics, 1, "");
        atLeast("partitions", partitions, 1, "");
        atLeast("producers", producers, 1, "");
        atLeast("groups", groups, 1, "");
        atLeast("consumers", consumers, 1, "");
        atLeast("window", window, 1, "");
        if (topics > producers) {
            throw new IllegalArgumentException("topics is " + topics + "; allowed: at most producers, " + producers);
        }
        if (shape == Shape.FAN_OUT && groups < 2) {
            throw new IllegalArgumentException("groups is " + groups + "; allowed for fan-out: at least 2");
        }
        if (shape != Shape.FAN_OUT && groups > 1) {
            throw new IllegalArgumentException("groups is " + groups + "; allowed for " + shape.text() + ": 1");
        }
        if (duration.isZero() || duration.isNegative() || warmup.isNegative() || objective.isNegative()) {
            throw new IllegalArgumentException("duration, warmup or objective is not positive");
        }
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        settings.forEach((bus, values) -> copy.put(bus, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        settings = Collections.unmodifiableMap(copy);
    }

    private static void atLeast(String what, int value, int least, String unit) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is " + value + "; allowed: at least " + least + unit);
        }
    }

    /** The same work at another guarantee. */
    public Workload withGuarantee(Guarantee other) {
        return with(producers, other, rate, objective, warmup, duration, settings);
    }

    /** The same work at another rate. */
    public Workload withRate(Rate other) {
        return with(producers, guarantee, other, objective, warmup, duration, settings);
    }

    /** The same work with another objective for its capacity. */
    public Workload withObjective(Duration other) {
        return with(producers, guarantee, rate, other, warmup, duration, settings);
    }

    /** The same work for another time. */
    public Workload withTimes(Duration otherWarmup, Duration otherDuration) {
        return with(producers, guarantee, rate, objective, otherWarmup, otherDuration, settings);
    }

    /** The same work, shared by another number of producers. */
    public Workload withProducers(int other) {
        return with(other, guarantee, rate, objective, warmup, duration, settings);
    }

    /** The same work with other tuning for one bus, instead of what it had for it. */
    public Workload withSettings(String bus, Map<String, String> tuning) {
        Map<String, Map<String, String>> other = new LinkedHashMap<>(settings);
        other.put(bus, tuning);
        return with(producers, guarantee, rate, objective, warmup, duration, other);
    }

    private Workload with(
            int p, Guarantee g, Rate r, Duration o, Duration w, Duration d, Map<String, Map<String, String>> tuning) {
        return new Workload(
                name,
                shape,
                message,
                payload,
                topics,
                partitions,
                keys,
                p,
                groups,
                consumers,
                g,
                r,
                window,
                o,
                w,
                d,
                tuning);
    }

    /** Tuning for one bus. */
    public Map<String, String> settingsFor(String bus) {
        return settings.getOrDefault(bus, Map.of());
    }

    /** The closed loop's window for each producer, bounded in messages and in bytes; at least 1. */
    public int windowPerProducer() {
        return Math.max(1, Math.min(window, WINDOW_BYTES / message.bytes()) / producers);
    }

    /** How the rate is offered. */
    public LoopKind loop() {
        return shape == Shape.ROUND_TRIP ? LoopKind.ROUND_TRIP : rate.isMax() ? LoopKind.CLOSED : LoopKind.OPEN;
    }
}
