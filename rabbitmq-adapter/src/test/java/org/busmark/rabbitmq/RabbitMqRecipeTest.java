package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSoftware;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a private node lives and dies, with the real Erlang. */
final class RabbitMqRecipeTest {
    @TempDir
    private Path folder;

    @Test
    void aNodeIsOneVirtualMachineAndItsPortMapperAndLeavesNeither() throws Exception {
        List<ProcessHandle> processes;
        try (PrivateNode node = PrivateNode.start(folder.resolve("data"), PrivateNode.installed())) {
            Broker broker = node.broker();
            processes = broker.processes();
            assertEquals(2, processes.size());
            assertTrue(processes.stream().allMatch(ProcessHandle::isAlive));
            String commandLine = Files.readString(
                    Path.of("/proc", Long.toString(processes.get(0).pid()), "cmdline"));
            assertTrue(commandLine.contains("beam"), "the process is the virtual machine itself: " + commandLine);
            assertFalse(commandLine.contains(broker.connection().get("password")));
            assertTrue(broker.provisioning().startsWith("native: "), broker.provisioning());
            assertTrue(Files.readString(broker.logs().get(0)).contains("Server startup complete"));
            broker.close();
            assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive));
            assertTrue(Files.exists(broker.logs().get(0)), "logs stay until the session ends");
        }
        assertLeftNothing();
    }

    @Test
    void aKilledNodeRejectsOrLeavesUnknownAndCloses() throws Exception {
        TopicSpec topic = new TopicSpec("killed", 1, List.of("g"), Guarantee.PERSISTED);
        Heard heard = new Heard(100);
        List<ProcessHandle> processes;
        try (PrivateNode node = PrivateNode.start(folder.resolve("data"), PrivateNode.installed());
                MessageBus bus = new RabbitMqAdapter()
                        .connect(new BusSettings(node.broker().connection(), Map.of()), (kind, detail) -> {})) {
            processes = node.broker().processes();
            bus.createTopic(topic);
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, 100), heard)) {
                producer.send(new byte[64], null, 0, 0);
                Heard.await(() -> heard.total() == 1, "the first confirm");
                processes.get(0).destroyForcibly();
                processes.get(0).onExit().join();
                for (int i = 1; i < 100; i++) {
                    producer.send(new byte[64], null, 0, i);
                }
            }
        }
        assertEquals(100, heard.total());
        assertEquals(0, heard.repeated());
        assertEquals(1, heard.counts().get(SendOutcome.ACKNOWLEDGED));
        assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive));
        assertLeftNothing();
    }

    @Test
    void aNodeThatDiesAtStartShowsItsLastWords() throws Exception {
        BrokerSoftware dying = withServerScript("echo 'BOOT FAILED: no heart'; exit 3");
        BrokerException refused =
                assertThrows(BrokerException.class, () -> PrivateNode.start(folder.resolve("data"), dying));
        assertTrue(refused.toString().contains("BOOT FAILED: no heart"), refused.getMessage());
        assertTrue(refused.toString().contains("status 3"), refused.getMessage());
        assertLeftNothing();
    }

    /** The first two starts find a port taken; the third is the real one. */
    @Test
    void aTakenPortIsTriedAgainWithOthers() throws Exception {
        Path count = folder.resolve("starts");
        Path server = PrivateNode.installed().home().resolve("rabbitmq/sbin/rabbitmq-server");
        BrokerSoftware unlucky = withServerScript("echo x >> " + count + "; if [ $(wc -l < " + count
                + ") -lt 3 ]; then echo 'listen: eaddrinuse'; exit 1; fi; exec " + server);
        try (PrivateNode node = PrivateNode.start(folder.resolve("data"), unlucky)) {
            assertTrue(node.broker().processes().get(0).isAlive());
            assertEquals(3, Files.readAllLines(count).size());
        }
        assertLeftNothing();
    }

    @Test
    void aPortThatIsAlwaysTakenIsGivenUpWithTheReason() throws Exception {
        Path count = folder.resolve("starts");
        BrokerSoftware unlucky = withServerScript("echo x >> " + count + "; echo 'listen: eaddrinuse'; exit 1");
        BrokerException refused =
                assertThrows(BrokerException.class, () -> PrivateNode.start(folder.resolve("data"), unlucky));
        assertTrue(refused.toString().contains("eaddrinuse"), refused.getMessage());
        assertEquals(3, Files.readAllLines(count).size());
        assertLeftNothing();
    }

    /** The real Erlang, and another start script in place of the server's. */
    private BrokerSoftware withServerScript(String script) throws IOException, BrokerException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path server = Files.createDirectories(home.resolve("rabbitmq/sbin")).resolve("rabbitmq-server");
        Files.writeString(server, "#!/bin/sh\n" + script + "\n");
        assertTrue(server.toFile().setExecutable(true));
        Files.createSymbolicLink(
                home.resolve("erlang"), PrivateNode.installed().home().resolve("erlang"));
        return new BrokerSoftware(home, "0", "a script");
    }

    private void assertLeftNothing() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
            assertEquals(List.of(), left.toList());
        }
    }
}
