package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process that outlives the harness by the moments it takes to end a session. It ignores INT, TERM and HUP, and
 * holds no file of the harness open but the pipe that it reads.
 */
final class Watchdog {
    private static final Duration START_BOUND = Duration.ofSeconds(20);
    /** The session's data are thrown away, so there is nothing to finish in good order. */
    private static final int GRACE_TENTHS = 20;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /** Starts it and returns when it reads its pipe. */
    static Watchdog start(SessionFolder folder, String marker) throws IOException {
        List<String> command = new ArrayList<>(Setsid.prefix());
        command.addAll(List.of(
                "/bin/sh",
                folder.script("watchdog.sh").toString(),
                folder.path().toString(),
                marker,
                Integer.toString(GRACE_TENTHS)));
        Path log = folder.path().resolve("watchdog.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // A harness may itself be a process of another harness's session; the watchdog must survive that one's end.
        builder.environment().remove(SessionOwner.VARIABLE);
        Watchdog watchdog = new Watchdog(builder.start());
        long begunNs = System.nanoTime();
        while (folder.watchdog().isEmpty()) {
            if (watchdog.ended(10) || System.nanoTime() - begunNs > START_BOUND.toNanos()) {
                watchdog.close(Duration.ZERO);
                throw new IOException(
                        "the watchdog did not start: " + Files.readString(log).strip());
            }
        }
        return watchdog;
    }

    /** Lets it end what is left, and waits; after the bound it is killed. */
    void close(Duration bound) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        if (!ended(bound.toMillis())) {
            process.destroyForcibly();
            ended(1000);
        }
    }

    /** Waits so long at most; an interrupt is kept for later. */
    private boolean ended(long boundMs) {
        boolean interrupted = Thread.interrupted();
        try {
            return process.waitFor(boundMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return !process.isAlive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
