package org.busmark.bench.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.OneOf;
import org.busmark.results.files.TextFile;
import org.busmark.results.files.YamlMapping;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Durations;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/**
 * A workload as a YAML file. Only {@code name} must be there. Absent keys mean: queue, 100 B, random, one topic, one
 * partition, no keys, one producer, one group (two for fan-out), one consumer, FIRE_AND_FORGET, max, window 10000,
 * objective 50 ms, warm-up 5 s, duration 10 s.
 */
public final class WorkloadFile {
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "name",
            "pattern",
            "message",
            "payload",
            "topics",
            "partitions",
            "keys",
            "producers",
            "groups",
            "consumers",
            "guarantee",
            "rate",
            "window",
            "objective",
            "warmup",
            "duration",
            "settings"));

    /** A name decides: of values nobody can tell. */
    private static final Pattern SECRET = Pattern.compile(
            "password|passwd|passphrase|secret|credential|jaas|private.?key|keystore\\.key", Pattern.CASE_INSENSITIVE);

    private WorkloadFile() {}

    /**
     * Reads a workload.
     *
     * @param buses ids that {@code settings} may name; any when empty
     * @throws InvalidFileException if it cannot be read or is not a workload
     */
    public static Workload read(Path path, Set<String> buses) throws InvalidFileException {
        return read(TextFile.read(path), buses);
    }

    /**
     * As {@link #read(Path, Set)}, of a text that stands somewhere else than in a file of its own.
     *
     * @param name what a message calls it
     */
    public static Workload parse(String name, String text, Set<String> buses) throws InvalidFileException {
        return read(new TextFile(name, text), buses);
    }

    static Workload read(TextFile source, Set<String> buses) throws InvalidFileException {
        YamlMapping yaml = YamlMapping.parse(source, KEYS);
        Shape shape = yaml.value("pattern", WorkloadFile::shape, Shape.QUEUE);
        try {
            Workload workload = new Workload(
                    yaml.text("name"),
                    shape,
                    yaml.value("message", DataSize::parse, new DataSize(100)),
                    yaml.value("payload", WorkloadFile::payload, Body.RANDOM),
                    yaml.number("topics", 1, 1),
                    yaml.number("partitions", 1, 1),
                    yaml.value("keys", Keys::parse, Keys.NONE),
                    yaml.number("producers", 1, 1),
                    yaml.number("groups", 1, shape == Shape.FAN_OUT ? 2 : 1),
                    yaml.number("consumers", 1, 1),
                    yaml.value("guarantee", WorkloadFile::guarantee, Guarantee.FIRE_AND_FORGET),
                    yaml.value("rate", Rate::parse, Rate.MAX),
                    yaml.number("window", 1, 10_000),
                    yaml.value("objective", Durations::parse, Duration.ofMillis(50)),
                    yaml.value("warmup", Durations::parse, Duration.ofSeconds(5)),
                    yaml.value("duration", Durations::parse, Duration.ofSeconds(10)),
                    settings(yaml, buses));
            return checkRate(workload);
        } catch (IllegalArgumentException e) {
            throw yaml.refused(e);
        }
    }

    /** A closed loop cannot be offered a rate; a number that nobody uses would still reach the report. */
    static Workload checkRate(Workload workload) {
        if (!takesRate(workload) && !workload.rate().isMax()) {
            throw new IllegalArgumentException("rate is " + workload.rate() + "; allowed for "
                    + workload.shape().text() + ": max");
        }
        return workload;
    }

    /** Whether a rate other than max can be offered to this work. */
    public static boolean takesRate(Workload workload) {
        return workload.shape() == Shape.QUEUE || workload.shape() == Shape.FAN_OUT;
    }

    private static Map<String, Map<String, String>> settings(YamlMapping yaml, Set<String> known)
            throws InvalidFileException {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        Optional<YamlMapping> buses = yaml.mapping("settings", known);
        if (buses.isPresent()) {
            for (String bus : buses.get().keys()) {
                Optional<YamlMapping> given = buses.get().mapping(bus, Set.of());
                if (given.isPresent()) {
                    refuseSecrets(given.get());
                }
                settings.put(bus, buses.get().texts(bus));
            }
        }
        return settings;
    }

    /** What a workload says is in reports and in the records of runs, word for word; in those of older runs as well. */
    private static void refuseSecrets(YamlMapping settings) throws InvalidFileException {
        for (String name : settings.keys()) {
            if (SECRET.matcher(name).find()) {
                throw settings.refused(
                        new IllegalArgumentException(
                                name
                                        + " is named like a secret, and reports quote a workload; allowed: in the file that has the broker's address"));
            }
        }
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Guarantee guarantee(String text) {
        return OneOf.named(Guarantee.values(), Guarantee::name, text, "guarantee");
    }

    private static Body payload(String text) {
        return OneOf.named(Body.values(), payload -> payload.name().toLowerCase(Locale.ROOT), text, "payload");
    }

    private static Shape shape(String text) {
        return OneOf.named(Shape.values(), Shape::text, text, "pattern");
    }
}
