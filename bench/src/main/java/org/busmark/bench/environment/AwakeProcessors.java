package org.busmark.bench.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.JavaProgram;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the processors of this machine from halting while it is open, by a process ({@link IdleSpin}) that Linux runs
 * only where nobody else wants to run (SCHED_IDLE). A processor of a virtual machine that halts goes back to the
 * hypervisor, and when a timer wakes a thread on it, it must first be given back: a pause of milliseconds that the
 * machine reports as stolen. Where the programs for it are missing, this does nothing.
 */
public final class AwakeProcessors implements AutoCloseable {
    private static final long END_WITHIN_SECONDS = 5;

    private final @Nullable Process spinning;

    private AwakeProcessors(@Nullable Process spinning) {
        this.spinning = spinning;
    }

    /** Begins; until it is closed, or this process ends. */
    public static AwakeProcessors keep(ProgramPath programs) {
        Optional<Path> chrt = programs.find("chrt");
        return new AwakeProcessors(chrt.isEmpty() ? null : start(chrt.get()));
    }

    private static @Nullable Process start(Path chrt) {
        List<String> command = List.of(
                chrt.toString(),
                "--idle",
                "0",
                JavaProgram.ofThisProcess(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IdleSpin.class.getName(),
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException cannotRun) {
            return null;
        }
    }

    /** Whether they are kept awake; false where this system has no way to. */
    boolean isKeeping() {
        return spinning != null && spinning.isAlive();
    }

    /** Lets the processors halt again. */
    @Override
    public void close() {
        if (spinning == null) {
            return;
        }
        try {
            spinning.getOutputStream().close();
            if (!spinning.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                spinning.destroyForcibly();
            }
        } catch (IOException gone) {
            spinning.destroyForcibly();
        } catch (InterruptedException e) {
            spinning.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
