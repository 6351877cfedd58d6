package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkloadFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void readsEveryKey() throws InvalidFileException {
        Workload workload = read("""
                name: all-keys
                pattern: fan-out
                message: 1 KiB
                payload: compressible
                topics: 2
                partitions: 4
                keys: zipf 100
                producers: 3
                groups: 5
                consumers: 6
                guarantee: PERSISTED
                rate: 10000/s
                window: 77
                objective: 20 ms
                warmup: 1 s
                duration: 2 min
                settings:
                  kafka: {linger.ms: 5, acks: all}
                  rabbitmq:
                    prefetch: 10
                """);
        assertEquals(
                new Workload(
                        "all-keys",
                        Shape.FAN_OUT,
                        new DataSize(1024),
                        Body.COMPRESSIBLE,
                        2,
                        4,
                        new Keys(Keys.Kind.ZIPF, 100),
                        3,
                        5,
                        6,
                        Guarantee.PERSISTED,
                        new Rate(10_000),
                        77,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2),
                        Map.of("kafka", Map.of("linger.ms", "5", "acks", "all"), "rabbitmq", Map.of("prefetch", "10"))),
                workload);
    }

    @Test
    void hasAValueForEveryKeyButTheName() throws InvalidFileException {
        Workload workload = read("name: bare");
        assertEquals(new DataSize(100), workload.message());
        assertEquals(Rate.MAX, workload.rate());
        assertEquals(10_000, workload.window());
        assertEquals(1, workload.groups());
        assertEquals(2, read("{name: bare, pattern: fan-out}").groups());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: w~rate: -5/s            | w.yaml:2:7: key 'rate': '-5/s' is not a rate; allowed: max
            name: w~rate: 5               | w.yaml:2:7: key 'rate': '5' is not a rate; allowed: max
            name: w~message: 100          | w.yaml:2:10: key 'message': '100' is not a size; allowed: a whole number and B
            name: w~message: 100 KB       | w.yaml:2:10: key 'message': '100 KB' is not a size; allowed:
            name: w~message: 9999 MiB     | w.yaml:2:10: key 'message': '9999 MiB' is too large; allowed:
            name: w~message: 31 B         | w.yaml:2:10: message is 31; allowed: at least 32 bytes, the header's size
            name: w~duration: 10          | w.yaml:2:11: key 'duration': '10' is not a duration; allowed:
            name: w~duration: 0 s         | w.yaml:2:11: duration
            name: w~pattern: star         | w.yaml:2:10: key 'pattern': 'star' is not a pattern; allowed: queue, fan-out
            name: w~payload: zeros        | w.yaml:2:10: key 'payload': 'zeros' is not a payload; allowed: random
            name: w~keys: uniform         | w.yaml:2:7: key 'keys': 'uniform' is not a choice of keys; allowed: none
            name: w~guarantee: persisted  | w.yaml:2:12: key 'guarantee': 'persisted' is not a guarantee; allowed: FIRE
            name: w~partitions: 0         | w.yaml:2:13: key 'partitions': '0' is not a count; allowed: a whole number
            name: w~partitions: 1.0       | w.yaml:2:13: key 'partitions': '1.0' is not a count; allowed:
            name: w~partitions: true      | w.yaml:2:13: key 'partitions': 'true' is not a count; allowed:
            name: w~partitions: 0x10      | w.yaml:2:13: key 'partitions': '0x10' is not a count; allowed:
            name: w~partitions: [1]       | w.yaml:2:13: key 'partitions' is a list; allowed: one value
            name: w~partitions: {a: 1}    | w.yaml:2:13: key 'partitions' is a mapping; allowed: one value
            name: w~partitions:           | w.yaml:2:12: key 'partitions' has no value
            name: w~topics: 2             | w.yaml:2:9: topics is 2; allowed: at most producers, 1
            name: w~groups: 2             | w.yaml:2:9: groups is 2; allowed for queue: 1
            name: w~partition: 2          | w.yaml:2:1: unknown key 'partition'; allowed: name, pattern, message
            name: w~rate: max~rate: max   | w.yaml:3:1: key 'rate' stands twice
            name: w~settings: {kafak: {a: 1}} | w.yaml:2:12: unknown key 'kafak'; allowed:
            name: w~settings: {kafka: 5}  | w.yaml:2:19: is one value; allowed: keys and values
            name: w~settings: {kafka: {a: [1]}} | w.yaml:2:23: key 'a' is a list; allowed: one value
            name: w~settings: {kafka: {sasl.jaas.config: x}} | w.yaml:2:38: sasl.jaas.config is named like a secret, and reports quote
            name: w~settings: {kafka: {ssl.keystore.PASSWORD: x}} | w.yaml:2:43: ssl.keystore.PASSWORD is named like a secret
            name: w w                     | w.yaml:1:7: name is 'w w'; allowed: letters, digits, dashes
            pattern: round-trip~name: w~rate: 5/s | w.yaml:3:7: rate is 5/s; allowed for round-trip: max
            message: 100 B                | w.yaml:1:1: key 'name' is missing
            - name: w                     | w.yaml:1:1: is a list; allowed: keys and values
            name: w~  rate: max           | w.yaml:2:7: not YAML:
            name: 'w                      | w.yaml:
            name: &a w~rate: !!java.io.File x | w.yaml:2:7: not YAML: Global tag is not allowed
            """)
    void refusesWithThePlaceTheValueAndWhatIsAllowed(String text, String complaint) {
        InvalidFileException refusal =
                assertThrows(InvalidFileException.class, () -> read(text.replace('~', '\n') + "\n"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(folder + "/" + complaint), refusal.getMessage());
        assertEquals(1, String.valueOf(refusal.getMessage()).lines().count());
    }

    @Test
    void refusesWhatCannotBeRead() throws IOException {
        assertComplaint("none.yaml: no such file", folder.resolve("none.yaml"));
        assertComplaint(folder.getFileName() + ": is a folder", folder);
        assertComplaint("empty.yaml: is empty", Files.createFile(folder.resolve("empty.yaml")));
        assertComplaint(
                "binary.yaml: is not UTF-8 text",
                Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0}));
        assertComplaint("huge.yaml: is larger than 1 MiB", Files.write(folder.resolve("huge.yaml"), new byte[2 << 20]));
    }

    @Test
    void aDeepNestIsRefusedNotFollowed() {
        InvalidFileException refusal =
                assertThrows(InvalidFileException.class, () -> read("name: " + "[".repeat(500) + "]".repeat(500)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("not YAML"), refusal.getMessage());
    }

    private void assertComplaint(String end, Path file) {
        InvalidFileException refusal =
                assertThrows(InvalidFileException.class, () -> WorkloadFile.read(file, Set.of()));
        assertTrue(String.valueOf(refusal.getMessage()).contains(end), refusal.getMessage());
    }

    private Workload read(String yaml) throws InvalidFileException {
        Path file = folder.resolve("w.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return WorkloadFile.read(file, Set.of("kafka", "rabbitmq"));
    }
}
