package org.busmark.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.BrokerException;

/**
 * A child process that ends by itself: Maven, or Kafka's storage tool. It inherits the environment; its output goes to
 * a file.
 *
 * @param name for messages
 * @param command program and arguments
 * @param folder working directory
 * @param log takes output and errors
 */
record ShortCommand(String name, List<String> command, Path folder, Path log) {
    private static final int LAST_LINES = 12;
    private static final long TICK_MS = 500;

    /**
     * Runs it to its end.
     *
     * @param eachTick is called twice a second meanwhile
     * @param remedy for the exceptions
     * @throws BrokerException if it cannot be started, fails, takes longer than the bound, or this thread is
     *     interrupted; no process is left then
     */
    void run(Duration bound, Runnable eachTick, String remedy) throws BrokerException {
        Process process = start(remedy);
        try {
            long startNs = System.nanoTime();
            while (!process.waitFor(TICK_MS, TimeUnit.MILLISECONDS)) {
                eachTick.run();
                if (System.nanoTime() - startNs > bound.toNanos()) {
                    throw new BrokerException(
                            name + " did not end within " + bound.toSeconds() + " s" + lastLines(), remedy);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(name + " was interrupted", "run it again", e);
        } finally {
            kill(process);
        }
        if (process.exitValue() != 0) {
            throw new BrokerException(name + " failed with status " + process.exitValue() + lastLines(), remedy);
        }
    }

    private Process start(String remedy) throws BrokerException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new BrokerException(name + " cannot be started: " + e.getMessage(), remedy, e);
        }
    }

    private static java.io.File nothing() {
        return Path.of("/dev/null").toFile();
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The end of its output on lines of their own, or nothing. */
    private String lastLines() {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return last.isEmpty() ? "" : "\n" + String.join("\n", last);
        } catch (IOException e) {
            return "";
        }
    }
}
