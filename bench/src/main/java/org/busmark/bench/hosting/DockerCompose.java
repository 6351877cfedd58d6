package org.busmark.bench.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.BrokerException;

/** Calls {@code docker compose} on one file, as project "busmark". */
final class DockerCompose {
    /** The one on the PATH; a slow registry may take minutes. */
    static final Program DOCKER = new Program(List.of("docker"), Duration.ofMinutes(5));

    private static final int SHOWN_CHARACTERS = 600;

    private final Program docker;
    private final Path file;
    private final Map<String, String> environment;

    /** @param environment what the file's variables stand for; a command line would show a password to everyone */
    DockerCompose(Program docker, Path file, Map<String, String> environment) {
        this.docker = docker;
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /**
     * How to call docker.
     *
     * @param command first words of the command line
     * @param limit after which a call is killed
     */
    record Program(List<String> command, Duration limit) {
        Program {
            command = List.copyOf(command);
        }
    }

    /** @throws BrokerException with docker's own last words when it cannot be run, fails, or takes too long */
    void run(String... words) throws BrokerException {
        String what = "docker compose " + words[0];
        try {
            Path said = Files.createTempFile("busmark-docker", ".log");
            try {
                Process process = start(said, words);
                boolean ended = await(process, what);
                if (!ended || process.exitValue() != 0) {
                    throw new BrokerException(
                            what + (ended ? " failed: " : " did not end within " + docker.limit + ": ") + last(said),
                            "see that `docker compose version` and `docker info` work, or use --brokers native");
                }
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new BrokerException(
                    "docker cannot be run: " + e.getMessage(), "install Docker, or use --brokers native", e);
        }
    }

    private Process start(Path said, String... words) throws IOException {
        List<String> command = new ArrayList<>(docker.command);
        command.addAll(List.of("compose", "--file", file.toString(), "--project-name", "busmark"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private boolean await(Process process, String what) throws BrokerException {
        try {
            return process.waitFor(docker.limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while " + what + " ran", "run it again", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String last(Path said) throws IOException {
        String line = Files.readString(said).strip().replaceAll("\\s*\\R\\s*", " | ");
        return line.substring(Math.max(0, line.length() - SHOWN_CHARACTERS));
    }
}
