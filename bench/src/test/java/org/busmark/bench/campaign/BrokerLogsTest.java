package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerLogsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theLogsOfASessionBeforeStay() throws IOException {
        Path log = folder.resolve("broker.log");
        BrokerLogs logs = new BrokerLogs(folder.resolve("out"));
        for (String session : List.of("first", "second", "third")) {
            Files.writeString(log, session);
            logs.keep("kafka", List.of(log));
        }
        try (Stream<Path> kept = Files.list(folder.resolve("out/logs"))) {
            assertEquals(3, kept.count());
        }
        assertEquals("first", Files.readString(folder.resolve("out/logs/kafka-broker.log")));
        assertEquals("third", Files.readString(folder.resolve("out/logs/kafka-again-3-broker.log")));
    }

    @Test
    void aLogThatIsNotThereIsNoFailure() throws IOException {
        new BrokerLogs(folder.resolve("out")).keep("kafka", List.of(folder.resolve("none.log")));
    }
}
