package org.busmark.bench.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.busmark.broker.BrokerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in docker's place that notes how it was called. */
final class DockerBrokerTest {
    private static final String COMPOSE = """
            services:
              kafka:
                image: apache/kafka:4.4.0
                labels:
                  busmark.connection.bootstrap.servers: 127.0.0.1:19092
              rabbitmq:
                image: rabbitmq:4.3.6
                labels:
                  maintainer: somebody
                  busmark.connection.host: 127.0.0.1
                  busmark.connection.port: 15673
                  busmark.connection.password: ${BUSMARK_PASSWORD:-busmark}
            """;

    @TempDir
    Path folder = Path.of("");

    private Path calls = Path.of("");
    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void noCallsYet() throws IOException {
        calls = Files.writeString(folder.resolve("calls"), "");
    }

    @Test
    void theServiceNamedAsTheBusIsStartedAndRemoved() throws BrokerException, IOException {
        try (DockerBroker broker = start("kafka", "")) {
            assertEquals("127.0.0.1:19092", broker.connection().get("bootstrap.servers"));
            assertEquals(1, broker.connection().size());
            assertEquals("docker: apache/kafka:4.4.0", broker.provisioning());
            assertEquals(List.of("docker compose up kafka (apache/kafka:4.4.0)"), steps);
            assertEquals(List.of("version", "up --detach --wait kafka"), words());
            broker.close();
        }
        // Closed twice, removed once.
        assertEquals(List.of("version", "up --detach --wait kafka", "rm --force --stop --volumes kafka"), words());
    }

    @Test
    void eachStartHasARandomPasswordThatIsOnNoCommandLine() throws BrokerException, IOException {
        String first;
        try (DockerBroker broker = start("rabbitmq", "")) {
            assertEquals("127.0.0.1", broker.connection().get("host"));
            assertEquals("15673", broker.connection().get("port"));
            assertEquals(3, broker.connection().size());
            first = Objects.requireNonNull(broker.connection().get("password"));
            assertTrue(first.matches("[0-9a-f]{32}"), first);
        }
        String log = Files.readString(calls);
        assertTrue(log.contains("password=" + first), "compose is told the very password");
        assertFalse(String.join("\n", words()).contains(first));
        try (DockerBroker broker = start("rabbitmq", "")) {
            assertNotEquals(first, broker.connection().get("password"));
        }
    }

    @Test
    void whatDockerSaidLastIsTheReasonAndTheContainerIsRemoved() throws IOException {
        BrokerException failed = assertThrows(
                BrokerException.class,
                () -> start("kafka", "if [ \"$6\" = up ]; then echo pulling; echo 'no space left' >&2; exit 7; fi"));
        assertEquals("docker compose up failed: pulling | no space left", failed.getMessage());
        assertTrue(failed.remedy().contains("docker info") && failed.remedy().contains("--brokers native"));
        assertEquals("rm --force --stop --volumes kafka", words().get(2));
    }

    @Test
    void aDockerThatHangsIsGivenUp() {
        BrokerException failed = assertThrows(
                BrokerException.class,
                () -> DockerBroker.start(
                        compose(),
                        "kafka",
                        steps::add,
                        new DockerCompose.Program(script("echo waiting; exec sleep 100"), Duration.ofMillis(500))));
        assertEquals("docker compose version did not end within PT0.5S: waiting", failed.getMessage());
    }

    @Test
    void noDockerHasARemedy() {
        BrokerException failed = assertThrows(
                BrokerException.class,
                () -> DockerBroker.start(
                        compose(),
                        "kafka",
                        steps::add,
                        new DockerCompose.Program(List.of(folder.resolve("none").toString()), Duration.ofMinutes(1))));
        assertTrue(String.valueOf(failed.getMessage()).startsWith("docker cannot be run: "), failed.getMessage());
        assertEquals("install Docker, or use --brokers native", failed.remedy());
    }

    @Test
    void aBusThatTheFileDoesNotNameIsRefusedBeforeDockerIsCalled() throws IOException {
        BrokerException failed = assertThrows(BrokerException.class, () -> start("zeromq", ""));
        assertEquals("docker-compose.yml has no service zeromq", failed.getMessage());
        assertEquals(List.of(), words());
    }

    @Test
    void aMissingFileHasARemedy() {
        BrokerException failed = assertThrows(
                BrokerException.class, () -> DockerBroker.start(folder.resolve("none.yml"), "kafka", steps::add));
        assertEquals("run from a checkout of Busmark", failed.remedy());
    }

    @Test
    void anInterruptDoesNotLeaveTheContainerBehind() throws BrokerException, IOException {
        DockerBroker broker = start("kafka", "");
        Thread.currentThread().interrupt();
        broker.close();
        assertTrue(Thread.interrupted(), "the caller still learns of the interrupt");
        assertEquals("rm --force --stop --volumes kafka", words().get(2));
    }

    private DockerBroker start(String bus, String deed) throws BrokerException {
        return DockerBroker.start(
                compose(), bus, steps::add, new DockerCompose.Program(script(deed), Duration.ofMinutes(1)));
    }

    /** Notes its words (the first five are the same in every call) and the password, then does its deed. */
    private List<String> script(String deed) {
        String text = """
                echo "$@" >> '%s'
                echo "password=$BUSMARK_PASSWORD" >> '%s'
                %s
                """.formatted(calls, calls, deed);
        return List.of("/bin/sh", write(folder.resolve("docker.sh"), text).toString());
    }

    private Path compose() {
        return write(folder.resolve("docker-compose.yml"), COMPOSE);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> words() throws IOException {
        String common = "compose --file " + folder.resolve("docker-compose.yml") + " --project-name busmark ";
        return Files.readAllLines(calls).stream()
                .filter(line -> line.startsWith(common))
                .map(line -> line.substring(common.length()))
                .toList();
    }
}
