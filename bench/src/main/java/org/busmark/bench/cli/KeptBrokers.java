package org.busmark.bench.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.busmark.bench.environment.ProgramPath;
import org.busmark.broker.BrokerException;
import org.busmark.broker.JavaProgram;

/**
 * The private brokers that outlive their command, at most one a bus in a data folder. Each has a keeper: a small JVM in
 * a process session of its own that owns the broker's session, so that every guarantee about a broker's end holds for
 * it too.
 */
final class KeptBrokers {
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 60;
    private static final int LOG_LINES = 15;

    private final Path data;
    private final Path folder;
    private final List<String> keeperCommand;

    /**
     * @param data parent of brokers' folders
     * @param keeperCommand is given the bus and the data folder as its last words
     */
    KeptBrokers(Path data, List<String> keeperCommand) {
        this.data = data;
        this.folder = data.resolve("kept");
        this.keeperCommand = List.copyOf(keeperCommand);
    }

    /** Those in this data folder, each kept by a JVM of this very class path. */
    static KeptBrokers in(Path data) {
        return new KeptBrokers(data, keeperCommand());
    }

    /** The one of this bus, if its keeper lives. */
    Optional<KeptBroker> find(String bus) throws IOException {
        Path state = stateFile(bus);
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        KeptBroker broker = KeptBroker.read(state);
        return broker.keeper().isPresent() ? Optional.of(broker) : Optional.empty();
    }

    /** Starts one and returns when it takes connections. */
    void start(String bus) throws BrokerException, IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(stateFile(bus));
        Path log = folder.resolve(bus + ".log");
        Files.deleteIfExists(log);
        Process keeper = new ProcessBuilder(command(bus))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (find(bus).isEmpty()) {
            if (keeper.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new BrokerException("its keeper ended: " + lastLines(log), "see " + log);
            }
            if (System.nanoTime() > deadlineNs) {
                keeper.destroy();
                throw new BrokerException("not ready after " + START_SECONDS + " s", "see " + log);
            }
        }
    }

    /** Ends one and returns when it is gone; does nothing when there is none. */
    void stop(String bus) throws IOException, InterruptedException {
        Optional<ProcessHandle> keeper = find(bus).flatMap(KeptBroker::keeper);
        if (keeper.isPresent()) {
            keeper.get().destroy();
            try {
                keeper.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                // Its watchdog ends the broker then.
                keeper.get().destroyForcibly();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IOException("waiting for the keeper of " + bus, e);
            }
        }
        Files.deleteIfExists(stateFile(bus));
        Files.deleteIfExists(connectionFile(bus));
    }

    Path stateFile(String bus) {
        return folder.resolve(bus + ".state");
    }

    Path connectionFile(String bus) {
        return folder.resolve(bus + ".properties");
    }

    Path data() {
        return data;
    }

    private List<String> command(String bus) {
        List<String> command = new ArrayList<>(keeperCommand);
        command.addAll(List.of(bus, data.toString()));
        return command;
    }

    private static List<String> keeperCommand() {
        List<String> command = new ArrayList<>();
        ProgramPath.ofEnvironment().find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.add(JavaProgram.ofThisProcess());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BrokerKeeper.class.getName()));
        return command;
    }

    private static String lastLines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LOG_LINES), all.size()));
        }
    }
}
