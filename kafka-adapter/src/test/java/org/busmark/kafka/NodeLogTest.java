package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeLogTest {
    @TempDir
    private Path folder;

    @Test
    void tellsVersionPortAndFirstError() throws IOException {
        NodeLog log = log("""
                15:07:38.100 INFO  AppInfoParser Kafka version: 4.4.0
                15:07:38.200 ERROR BrokerServer Fatal error during broker startup. Prepare to shutdown
                org.apache.kafka.common.KafkaException: Socket server failed to bind: Address already in use.
                \tat kafka.network.Acceptor.openServerSocket
                15:07:38.300 ERROR ProcessTerminatingFaultHandler Encountered fatal fault
                """);
        assertEquals(Optional.of("4.4.0"), log.version());
        assertTrue(log.foundPortTaken());
        assertEquals("""
                15:07:38.200 ERROR BrokerServer Fatal error during broker startup. Prepare to shutdown
                org.apache.kafka.common.KafkaException: Socket server failed to bind: Address already in use.""", log.firstError());
    }

    @Test
    void logWithoutThemSaysNothing() throws IOException {
        assertSilent(log("15:07:38.100 INFO  KafkaRaftServer up\n"));
    }

    @Test
    void missingLogSaysNothing() throws IOException {
        assertSilent(new NodeLog(folder.resolve("none")));
    }

    private static void assertSilent(NodeLog log) throws IOException {
        assertEquals(Optional.empty(), log.version());
        assertFalse(log.foundPortTaken());
        assertEquals("", log.firstError());
    }

    private NodeLog log(String text) throws IOException {
        return new NodeLog(Files.writeString(folder.resolve("broker.log"), text));
    }
}
