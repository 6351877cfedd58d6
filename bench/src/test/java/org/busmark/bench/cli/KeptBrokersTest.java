package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.broker.BrokerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptBrokersTest {
    /** Writes its state as a keeper does once its broker takes connections, then waits for its end. */
    private static final String KEEPER = """
            trap 'exit 0' TERM
            start=$(date -u +%Y-%m-%dT%H:%M:%SZ)
            printf 'bus=%s\\npid=%s\\nstartedAt=%s\\nconnectionFile=%s\\n' "$1" "$$" "$start" "$2/kept/$1.properties" \
              >"$2/kept/new" && mv "$2/kept/new" "$2/kept/$1.state"
            echo secret=x >"$2/kept/$1.properties"
            while :; do sleep 0.05; done
            """;

    @TempDir
    Path data = Path.of("");

    @Test
    void startsFindsAndStops() throws IOException, InterruptedException, BrokerException {
        KeptBrokers kept = new KeptBrokers(data, List.of("sh", "-c", KEEPER, "keeper"));
        assertTrue(kept.find("kafka").isEmpty());
        kept.start("kafka");
        KeptBroker broker = kept.find("kafka").orElseThrow();
        assertEquals(data.resolve("kept/kafka.properties"), broker.connectionFile());
        ProcessHandle keeper = broker.keeper().orElseThrow();
        assertTrue(kept.find("rabbitmq").isEmpty());
        kept.stop("kafka");
        assertFalse(keeper.isAlive());
        assertTrue(kept.find("kafka").isEmpty());
        assertFalse(Files.exists(kept.connectionFile("kafka")));
        kept.stop("kafka");
    }

    @Test
    void aKeeperThatEndsSaysWhy() {
        KeptBrokers kept = new KeptBrokers(data, List.of("sh", "-c", "echo 'port taken'; exit 4", "keeper"));
        BrokerException failure = assertThrows(BrokerException.class, () -> kept.start("kafka"));
        assertTrue(String.valueOf(failure.getMessage()).contains("port taken"), failure.getMessage());
        assertTrue(failure.remedy().contains("kept/kafka.log"), failure.remedy());
    }

    @Test
    void anotherProcessWithThatPidIsNotTheKeeper() throws IOException {
        KeptBroker self = KeptBroker.ofThisProcess("kafka", data.resolve("x"));
        assertEquals(Optional.of(ProcessHandle.current()), self.keeper());
        KeptBroker earlier = new KeptBroker("kafka", self.pid(), Instant.parse("2001-01-01T00:00:00Z"), data);
        assertTrue(earlier.keeper().isEmpty());
        Path file = data.resolve("state");
        self.write(file);
        assertEquals(self, KeptBroker.read(file));
    }

    @Test
    void aBrokenStateIsAnError() throws IOException {
        Path file = Files.writeString(data.resolve("state"), "pid=x\n");
        assertThrows(IOException.class, () -> KeptBroker.read(file));
    }

    @Test
    void aConnectionIsForItsOwnerOnly() throws IOException {
        Path file = Files.writeString(data.resolve("c.properties"), "old");
        BrokerKeeper.writeConnection(Map.of("password", "p=1\n2"), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        java.util.Properties read = new java.util.Properties();
        read.load(Files.newBufferedReader(file));
        assertEquals(Map.of("password", "p=1\n2"), read);
    }
}
