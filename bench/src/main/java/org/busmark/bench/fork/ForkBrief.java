package org.busmark.bench.fork;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the host tells a fork, in a file that only its owner can read: a connection may hold a password, which must not
 * stand on a command line. The file's name is given by {@code -Dbusmark.fork}.
 *
 * @param connection native name to value
 * @param workloadFile the resolved workload; null to take the benchmark's own parameters
 * @param round from 1
 * @param run number that tells this run's messages from any other's
 * @param recordFile where the fork writes its record; null to write none
 * @param runFolder folder of the campaign, in which {@code histograms/} lies; null to write no interval logs
 * @param brokerProcesses process ids whose cost is the broker's
 * @param registry where the fork registers itself, so that it does not outlive the harness; null outside a session
 */
public record ForkBrief(
        Map<String, String> connection,
        @Nullable Path workloadFile,
        int round,
        int run,
        @Nullable Path recordFile,
        @Nullable Path runFolder,
        List<Long> brokerProcesses,
        @Nullable Path registry) {
    /** The system property that names the file. */
    public static final String PROPERTY = "busmark.fork";

    private static final String CONNECTION = "connection.";

    public ForkBrief {
        connection = Map.copyOf(connection);
        brokerProcesses = List.copyOf(brokerProcesses);
    }

    /** The brief that this process was given; empty when it was started by hand. */
    public static Optional<ForkBrief> ofThisProcess() throws IOException {
        String file = System.getProperty(PROPERTY);
        return file == null ? Optional.empty() : Optional.of(read(Path.of(file)));
    }

    /** Whether the fork shall leave a record. */
    boolean asksForRecord() {
        return recordFile != null;
    }

    /** Writes it readable by its owner only. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        connection.forEach((name, value) -> properties.setProperty(CONNECTION + name, value));
        put(properties, "workload", workloadFile);
        put(properties, "round", round);
        put(properties, "run", run);
        put(properties, "record", recordFile);
        put(properties, "folder", runFolder);
        put(properties, "registry", registry);
        put(
                properties,
                "brokers",
                String.join(",", brokerProcesses.stream().map(String::valueOf).toList()));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    private static void put(Properties properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.setProperty(name, value.toString());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ForkBrief read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Map<String, String> connection = new LinkedHashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(CONNECTION)) {
                connection.put(name.substring(CONNECTION.length()), properties.getProperty(name));
            }
        }
        List<Long> brokers = new ArrayList<>();
        for (String id : properties.getProperty("brokers", "").split(",", -1)) {
            if (!id.isEmpty()) {
                brokers.add(Long.valueOf(id));
            }
        }
        return new ForkBrief(
                connection,
                path(properties, "workload"),
                Integer.parseInt(properties.getProperty("round")),
                Integer.parseInt(properties.getProperty("run")),
                path(properties, "record"),
                path(properties, "folder"),
                brokers,
                path(properties, "registry"));
    }

    private static @Nullable Path path(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value == null ? null : Path.of(value);
    }

    /** With the connection's names only: a value may be a password. */
    @Override
    public String toString() {
        return "ForkBrief[connection=" + new TreeSet<>(connection.keySet()) + ", workloadFile=" + workloadFile
                + ", round=" + round + ", run=" + run + ", recordFile=" + recordFile + ", runFolder=" + runFolder
                + ", brokerProcesses=" + brokerProcesses + ", registry=" + registry + "]";
    }
}
