package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps the brokers' logs in the run's folder, since the brokers' own folders do not outlive the run. */
public final class BrokerLogs {
    private final Path folder;

    /** @param out the run's folder */
    public BrokerLogs(Path out) {
        this.folder = out.resolve("logs");
    }

    /** Copies what there is now. What has that name already, as of a session before this one, stays. */
    public void keep(String bus, List<Path> logs) throws IOException {
        Files.createDirectories(folder);
        for (Path log : logs) {
            if (Files.exists(log)) {
                Files.copy(log, free(bus, log.getFileName().toString()));
            }
        }
    }

    private Path free(String bus, String log) {
        Path file = folder.resolve(bus + "-" + log);
        for (int next = 2; Files.exists(file); next++) {
            file = folder.resolve(bus + "-again-" + next + "-" + log);
        }
        return file;
    }
}
