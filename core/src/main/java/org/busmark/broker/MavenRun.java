package org.busmark.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven as a child process that inherits the environment, and with it the user's settings.
 *
 * @param command program and arguments
 * @param log takes its output
 * @param what it fetches, for messages
 * @param again the command that tries it once more
 */
record MavenRun(List<String> command, Path log, String what, String again) {
    private static final Duration BOUND = Duration.ofMinutes(20);
    private static final int SHOWN_LINES = 12;
    private static final long TICK_MS = 500;

    /** Hears how far it is. */
    @FunctionalInterface
    interface Downloads {
        /** @param files that Maven says it has downloaded so far */
        void counted(long files);
    }

    /**
     * Runs it to its end.
     *
     * @throws BrokerException if it cannot be started, fails, takes longer than 20 minutes, or this thread is
     *     interrupted, which it then still is; no process is left
     */
    void run(Downloads downloads) throws BrokerException {
        Process process = start();
        try {
            long startNs = System.nanoTime();
            while (!process.waitFor(TICK_MS, TimeUnit.MILLISECONDS)) {
                downloads.counted(output().filter(MavenRun::isDownload).count());
                if (System.nanoTime() - startNs > BOUND.toNanos()) {
                    throw failed("did not end within " + BOUND.toMinutes() + " minutes");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while Maven fetched " + what, "start it again", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw failed("ended with status " + process.exitValue());
        }
    }

    private Process start() throws BrokerException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new BrokerException("Maven cannot be started: " + e.getMessage(), MavenLauncher.REMEDY, e);
        }
    }

    private BrokerException failed(String how) {
        List<String> lines = output().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return new BrokerException(
                "Maven, fetching " + what + ", " + how + "; its last lines:\n" + String.join("\n", last),
                "see that Maven reaches its repository (network, ~/.m2/settings.xml), then: " + again);
    }

    private static boolean isDownload(String line) {
        return line.contains("Downloaded from") && line.contains(".jar");
    }

    private Stream<String> output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            return Stream.of("(no output: " + e.getMessage() + ")");
        }
    }
}
