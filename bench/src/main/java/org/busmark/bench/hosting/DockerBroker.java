package org.busmark.bench.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * A broker as a container of docker-compose.yml: the service is named as the bus, and its labels {@code
 * busmark.connection.NAME} say how a client reaches it. The daemon owns the processes, so their cost is not counted, and a
 * container outlives a harness that was killed; {@code docker compose -p busmark down} removes it.
 */
public final class DockerBroker implements Broker {
    private static final String LABEL = "busmark.connection.";
    private static final String PASSWORD_VARIABLE = "BUSMARK_PASSWORD";
    private static final long UP_LIMIT_SECONDS = 300;
    private static final int SHOWN_CHARACTERS = 600;

    private final Path compose;
    private final String bus;
    private final String image;
    private final Map<String, String> connection;
    private final Map<String, String> environment;

    private DockerBroker(
            Path compose, String bus, String image, Map<String, String> connection, Map<String, String> environment) {
        this.compose = compose;
        this.bus = bus;
        this.image = image;
        this.connection = Map.copyOf(connection);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Starts the service and waits until its health check passes.
     *
     * @param compose docker-compose.yml
     * @param bus name of the service
     * @throws BrokerException when there is no such service, no docker, or it does not become healthy within 5 minutes
     */
    public static DockerBroker start(Path compose, String bus, Progress progress) throws BrokerException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Map<String, String> environment =
                Map.of(PASSWORD_VARIABLE, HexFormat.of().formatHex(random));
        JsonNode service = service(compose, bus);
        Map<String, String> connection = new LinkedHashMap<>();
        service.path("labels").properties().forEach(label -> {
            if (label.getKey().startsWith(LABEL)) {
                String value = label.getValue().asText();
                environment.forEach((name, text) -> connection.put(
                        label.getKey().substring(LABEL.length()), value.replaceAll("\\$\\{" + name + "[^}]*}", text)));
            }
        });
        DockerBroker broker =
                new DockerBroker(compose, bus, service.path("image").asText(), connection, environment);
        progress.step("docker compose up " + bus + " (" + broker.image + ")");
        try {
            broker.compose("up", "--detach", "--wait", bus);
        } catch (BrokerException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private static JsonNode service(Path compose, String bus) throws BrokerException {
        try {
            JsonNode service =
                    new YAMLMapper().readTree(compose.toFile()).path("services").path(bus);
            if (service.isMissingNode()) {
                throw new BrokerException(
                        compose.getFileName() + " has no service " + bus, "use --brokers native or external");
            }
            return service;
        } catch (IOException e) {
            throw new BrokerException(
                    "cannot read " + compose + ": " + e.getMessage(), "run from a checkout of Busmark", e);
        }
    }

    private void compose(String... words) throws BrokerException {
        List<String> command = new ArrayList<>(
                List.of("docker", "compose", "--file", compose.toString(), "--project-name", "busmark"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(UP_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new BrokerException(
                        "docker compose " + words[0] + " failed: " + last(said),
                        "see that `docker compose version` and `docker info` work, or use --brokers native");
            }
        } catch (IOException e) {
            throw new BrokerException(
                    "docker cannot be run: " + e.getMessage(), "install Docker, or use --brokers native", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while docker compose " + words[0] + " ran", "run it again", e);
        }
    }

    private static String last(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " | ");
        return line.substring(Math.max(0, line.length() - SHOWN_CHARACTERS));
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
            compose("rm", "--force", "--stop", "--volumes", bus);
        } catch (BrokerException e) {
            System.err.println("busmark: the container of " + bus + " may still run: " + e.getMessage());
        }
    }
}
