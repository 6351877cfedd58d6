package org.busmark.bench.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.files.WorkloadFile;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.wire.Body;
import org.busmark.workload.Cell;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkloadTextTest {
    private static final List<String> BUSES = List.of("kafka", "rabbitmq", "loopback");
    private static final String ODD =
            "aZ0 =:#!\\\"'\n\r\t,.${}%&*?|<>@`-[]~\u0001\u001f\u0085\u00a0\u2028\u4e2d\ud83d\ude00";

    @TempDir
    Path folder = Path.of("");

    @Test
    void anyWorkloadKeepsItsCells() throws IOException, InvalidFileException {
        Random random = new Random(2026);
        for (int i = 0; i < 500; i++) {
            Workload workload = any(random);
            Workload again = readAgain(workload);
            assertEquals(workload, again);
            for (String bus : BUSES) {
                assertEquals(new Cell(bus, workload).id(), new Cell(bus, again).id());
            }
        }
    }

    @Test
    void whatIsBuiltInSurvivesToo() throws IOException, InvalidFileException {
        for (Workload workload : BuiltIns.workloads()) {
            assertEquals(workload, readAgain(workload));
        }
    }

    private Workload readAgain(Workload workload) throws IOException, InvalidFileException {
        return WorkloadFile.read(Files.writeString(folder.resolve("w.yaml"), WorkloadText.of(workload)), Set.of());
    }

    private static Workload any(Random random) {
        Shape shape = one(random, Shape.values());
        int producers = 1 + random.nextInt(9);
        boolean takesRate = shape == Shape.QUEUE || shape == Shape.FAN_OUT;
        return new Workload(
                one(random, "small", "true", "null", "1", "-", "no", "1e3", "A-z"),
                shape,
                new DataSize(one(random, 32, 100, 1024, 1025, 1 << 20, (1 << 20) + 1)),
                one(random, Body.values()),
                1 + random.nextInt(producers),
                1 + random.nextInt(20),
                keys(random),
                producers,
                shape == Shape.FAN_OUT ? 2 + random.nextInt(3) : 1,
                1 + random.nextInt(4),
                one(random, Guarantee.values()),
                takesRate && random.nextBoolean() ? new Rate((1 + random.nextInt(1_000_000_000)) / 1000.0) : Rate.MAX,
                1 + random.nextInt(1_000_000),
                duration(random, 0),
                duration(random, 0),
                duration(random, 1),
                settings(random));
    }

    private static Keys keys(Random random) {
        Keys.Kind kind = one(random, Keys.Kind.values());
        boolean drawn = kind == Keys.Kind.UNIFORM || kind == Keys.Kind.ZIPF;
        return new Keys(kind, drawn ? 1 + random.nextInt(1_000_000) : 0);
    }

    private static Duration duration(Random random, int least) {
        return Duration.ofNanos((least + random.nextInt(5_000)) * one(random, 1_000L, 1_000_000L, 1_000_000_000L));
    }

    private static Map<String, Map<String, String>> settings(Random random) {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                values.put(text(random), text(random));
            }
            settings.put(one(random, "kafka", "rabbitmq", text(random)), values);
        }
        return settings;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] points = ODD.codePoints().toArray();
        random.ints(random.nextInt(12), 0, points.length).forEach(i -> text.appendCodePoint(points[i]));
        return text.toString();
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
