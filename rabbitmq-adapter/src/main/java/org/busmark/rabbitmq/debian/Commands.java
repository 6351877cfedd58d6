package org.busmark.rabbitmq.debian;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.BrokerException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the machine's own programs, found on a given path.
 *
 * @param searchPath folders, separated as in {@code PATH}
 */
public record Commands(String searchPath) {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(250);

    /** The program of that name, if the path has one. */
    public Optional<Path> find(String program) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a program to its end and returns what it printed, line by line.
     *
     * @param meanwhile called four times a second
     * @throws BrokerException with its last words if it fails, lasts longer than ten minutes or the thread is
     *     interrupted; the program has ended then
     */
    List<String> run(List<String> command, Path folder, String remedy, Runnable meanwhile) throws BrokerException {
        Path output = folder.resolve(".output");
        Process process = null;
        try {
            process = start(command, folder, output);
            await(process, command, remedy, meanwhile);
            List<String> lines = Files.readAllLines(output);
            if (process.exitValue() != 0) {
                throw new BrokerException(command.get(0) + " failed: " + lastWords(lines), remedy);
            }
            return lines;
        } catch (IOException e) {
            throw new BrokerException(command.get(0) + " cannot be run: " + e.getMessage(), remedy, e);
        } finally {
            end(process);
        }
    }

    List<String> run(List<String> command, Path folder, String remedy) throws BrokerException {
        return run(command, folder, remedy, () -> {});
    }

    private Process start(List<String> command, Path folder, Path output) throws IOException {
        String[] words = command.toArray(new String[0]);
        words[0] = find(words[0])
                .orElseThrow(() -> new IOException("it is not on the PATH"))
                .toString();
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(Map.of("PATH", searchPath, "LC_ALL", "C"));
        return builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static void await(Process process, List<String> command, String remedy, Runnable meanwhile)
            throws BrokerException {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                meanwhile.run();
                if (System.nanoTime() > deadlineNs) {
                    throw new BrokerException(command.get(0) + " did not end in " + LIMIT.toMinutes() + " min", remedy);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted during " + command.get(0), "Run it again.", e);
        }
    }

    private static void end(@Nullable Process process) {
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The lines that say what is wrong, or the last one. */
    private static String lastWords(List<String> lines) {
        List<String> errors =
                lines.stream().filter(line -> line.startsWith("E: ")).toList();
        if (!errors.isEmpty()) {
            return errors.get(0).substring(3);
        }
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }
}
