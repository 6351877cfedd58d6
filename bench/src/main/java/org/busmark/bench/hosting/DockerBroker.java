package org.busmark.bench.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * A broker as a container of docker-compose.yml: the service is named as the bus, and its labels {@code
 * busmark.connection.NAME} say how a client reaches it. The daemon owns the processes, so their cost is not counted. The
 * container is removed at {@link #close} and when this JVM ends, Ctrl-C included; it outlives a harness that was killed:
 * {@code docker compose -p busmark down} removes it then.
 */
public final class DockerBroker implements Broker {
    static final String PASSWORD_VARIABLE = "BUSMARK_PASSWORD";

    private static final String LABEL = "busmark.connection.";

    private final DockerCompose compose;
    private final String bus;
    private final String image;
    private final Map<String, String> connection;
    private final Thread exitHook = new Thread(this::remove, "busmark-docker-exit");
    private final AtomicBoolean removed = new AtomicBoolean();

    private DockerBroker(DockerCompose compose, String bus, String image, Map<String, String> connection) {
        this.compose = compose;
        this.bus = bus;
        this.image = image;
        this.connection = Map.copyOf(connection);
    }

    /**
     * Starts the service and waits until its health check passes.
     *
     * @param file docker-compose.yml
     * @param bus name of the service
     * @throws BrokerException when there is no such service, no docker, or it does not become healthy within 5 minutes
     */
    public static DockerBroker start(Path file, String bus, Progress progress) throws BrokerException {
        return start(file, bus, progress, DockerCompose.DOCKER);
    }

    /** @param docker how to call docker */
    static DockerBroker start(Path file, String bus, Progress progress, DockerCompose.Program docker)
            throws BrokerException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        JsonNode service = service(file, bus);
        DockerBroker broker = new DockerBroker(
                new DockerCompose(docker, file, Map.of(PASSWORD_VARIABLE, password)),
                bus,
                service.path("image").asText(),
                connection(service, password));
        broker.compose.run("version");
        progress.step("docker compose up " + bus + " (" + broker.image + ")");
        Runtime.getRuntime().addShutdownHook(broker.exitHook);
        try {
            broker.compose.run("up", "--detach", "--wait", bus);
        } catch (BrokerException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private static Map<String, String> connection(JsonNode service, String password) {
        Map<String, String> connection = new LinkedHashMap<>();
        service.path("labels").properties().forEach(label -> {
            if (label.getKey().startsWith(LABEL)) {
                String value = label.getValue().asText();
                connection.put(
                        label.getKey().substring(LABEL.length()),
                        value.replaceAll("\\$\\{" + PASSWORD_VARIABLE + "[^}]*}", password));
            }
        });
        return connection;
    }

    private static JsonNode service(Path file, String bus) throws BrokerException {
        try {
            JsonNode service =
                    new YAMLMapper().readTree(file.toFile()).path("services").path(bus);
            if (service.isMissingNode()) {
                throw new BrokerException(
                        file.getFileName() + " has no service " + bus, "use --brokers native or external");
            }
            return service;
        } catch (IOException e) {
            throw new BrokerException(
                    "cannot read " + file + ": " + e.getMessage(), "run from a checkout of Busmark", e);
        }
    }

    @Override
    public Map<String, String> connection() {
        return connection;
    }

    @Override
    public String provisioning() {
        return "docker: " + image;
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of();
    }

    @Override
    public List<Path> logs() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook does the same.
        }
        remove();
    }

    private void remove() {
        if (removed.getAndSet(true)) {
            return;
        }
        // An interrupt is often why it closes; it must not keep the container alive.
        boolean interrupted = Thread.interrupted();
        try {
            compose.run("rm", "--force", "--stop", "--volumes", bus);
        } catch (BrokerException e) {
            System.err.println("busmark: the container of " + bus + " may still run: " + e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
