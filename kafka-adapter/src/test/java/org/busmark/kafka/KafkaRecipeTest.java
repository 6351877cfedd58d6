package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.busmark.broker.BrokerException;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;
import org.junit.jupiter.api.Test;

/** Starting real brokers, also such as cannot live. */
final class KafkaRecipeTest {
    @Test
    void brokerThatDiesAtStartShowsItsLastLines() {
        BrokerException died =
                assertThrows(BrokerException.class, () -> startWith(Map.of("metric.reporters", "no.such.Reporter")));
        String message = String.valueOf(died.getMessage());
        assertTrue(message.contains("Kafka broker ended with status"), message);
        assertTrue(message.contains("no.such.Reporter"), message);
    }

    @Test
    void propertyThatKafkaCannotReadIsNamed() {
        BrokerException refused =
                assertThrows(BrokerException.class, () -> startWith(Map.of("log.segment.bytes", "much")));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("log.segment.bytes"), message);
    }

    private static void startWith(Map<String, String> properties) throws BrokerException, IOException {
        PrivateKafka.start(properties, () -> LoopbackPorts.free(2), Progress.SILENT)
                .close();
    }

    @Test
    void takesOtherPortsWhenOneWasTakenMeanwhile() throws Exception {
        Queue<String> steps = new ConcurrentLinkedQueue<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Deque<int[]> ports = new ArrayDeque<>();
            ports.add(new int[] {taken.getLocalPort(), LoopbackPorts.free(1)[0]});
            int[] free = LoopbackPorts.free(2);
            ports.add(free);
            try (PrivateKafka kafka = PrivateKafka.start(Map.of(), ports::remove, steps::add)) {
                assertEquals("127.0.0.1:" + free[0], kafka.broker().connection().get("bootstrap.servers"));
            }
        }
        assertTrue(steps.stream().anyMatch(step -> step.contains("port was taken")), steps::toString);
    }

    @Test
    void saysWhatRunsAndLeavesNothing() throws Exception {
        List<ProcessHandle> processes;
        try (PrivateKafka kafka = PrivateKafka.start()) {
            assertEquals(
                    KafkaRelease.ofBuild().version(),
                    kafka.broker().connection().get(KafkaSettings.BROKER_VERSION));
            String provisioning = kafka.broker().provisioning();
            assertTrue(provisioning.startsWith("native: Maven artifact org.apache.kafka:kafka_"), provisioning);
            assertTrue(provisioning.contains("-Xmx1g"), provisioning);
            processes = kafka.broker().processes();
            assertTrue(processes.get(0).isAlive(), "broker runs");
        }
        assertFalse(processes.get(0).isAlive(), "broker runs after close");
    }
}
