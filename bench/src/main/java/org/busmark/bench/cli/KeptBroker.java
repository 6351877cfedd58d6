package org.busmark.bench.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * A private broker that outlives the command that started it.
 *
 * @param bus its adapter's id
 * @param pid of the keeper, which owns the broker and ends it when it is asked to end
 * @param startedAt the keeper's own start, so that a reused pid is not taken for it
 * @param connectionFile what {@code --broker BUS=FILE} takes; readable by its owner only
 */
record KeptBroker(String bus, long pid, Instant startedAt, Path connectionFile) {
    /** Two readings of one process's start differ when the clock was set in between. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    static KeptBroker ofThisProcess(String bus, Path connectionFile) {
        ProcessHandle self = ProcessHandle.current();
        return new KeptBroker(
                bus, self.pid(), self.info().startInstant().orElse(Instant.EPOCH), connectionFile.toAbsolutePath());
    }

    static KeptBroker read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new KeptBroker(
                    value(properties, "bus"),
                    Long.parseLong(value(properties, "pid")),
                    Instant.parse(value(properties, "startedAt")),
                    Path.of(value(properties, "connectionFile")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(file + " is no state of a kept broker", e);
        }
    }

    private static String value(Properties properties, String name) {
        return Objects.requireNonNullElse(properties.getProperty(name), "");
    }

    /** Appears whole or not at all. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("bus", bus);
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("startedAt", startedAt.toString());
        properties.setProperty("connectionFile", connectionFile.toString());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, text.toString());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The keeper, if it is still there and still the same process. */
    Optional<ProcessHandle> keeper() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(true);
    }
}
