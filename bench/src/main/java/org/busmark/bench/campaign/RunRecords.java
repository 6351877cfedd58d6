package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.AtomicFile;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecordFile;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/**
 * Records of single runs in a folder, a file each, named by cell and round. What is kept is in its file, whole, when
 * {@link #keep} returns. Thread-safe.
 */
final class RunRecords {
    private static final String END = ".json";
    private static final String JMH_END = ".jmh.json";

    private final Path folder;
    private final Map<String, ForkRecord> byName = new TreeMap<>();

    private RunRecords(Path folder) {
        this.folder = folder;
    }

    /**
     * All that are there.
     *
     * @param folder need not exist
     * @throws UnreadableRecordException if a file is not the record that its name says; it names the remedy
     */
    static RunRecords in(Path folder) throws IOException {
        RunRecords records = new RunRecords(folder);
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                records.read(file);
            }
        }
        return records;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(RunRecords::isRecord).sorted().toList();
        }
    }

    private static boolean isRecord(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(END) && !name.endsWith(JMH_END);
    }

    private void read(Path file) throws IOException {
        ForkRecord record;
        try {
            record = RunRecordFile.read(file);
        } catch (UnreadableRecordException e) {
            throw new UnreadableRecordException(e.getMessage() + " (remove it, and --resume runs it again)", e);
        }
        String name = name(record.cell().cellId(), record.run().round());
        if (!file.getFileName().toString().equals(name + END)) {
            throw new UnreadableRecordException(file + ": holds " + name + "; allowed: what its name says");
        }
        byName.put(name, record);
    }

    /** That run, if it was recorded. */
    synchronized Optional<ForkRecord> find(Cell cell, int round) {
        return Optional.ofNullable(byName.get(name(cell.id(), round)));
    }

    /** Keeps one more; another record of the same run is replaced. */
    synchronized void keep(ForkRecord record) throws IOException {
        Files.createDirectories(folder);
        String name = name(record.cell().cellId(), record.run().round());
        RunRecordFile.write(folder.resolve(name + END), record);
        byName.put(name, record);
    }

    /** Removes the records of failed runs of that cell at whatever rate, so that they are run again. */
    synchronized void forgetFailed(Cell cell) throws IOException {
        for (Map.Entry<String, ForkRecord> kept : List.copyOf(byName.entrySet())) {
            ForkRecord record = kept.getValue();
            if (record.run().verdict() == Verdict.INVALID && isAtSomeRate(cell, record.cell())) {
                Files.deleteIfExists(folder.resolve(kept.getKey() + END));
                byName.remove(kept.getKey());
            }
        }
    }

    private static boolean isAtSomeRate(Cell cell, CellCoordinates recorded) {
        Workload workload = cell.workload();
        return recorded.bus().equals(cell.bus())
                && recorded.workload().equals(workload.name())
                && recorded.guarantee() == workload.guarantee()
                && recorded.messageBytes() == workload.message().bytes();
    }

    /** All of them. */
    synchronized Collection<ForkRecord> all() {
        return List.copyOf(byName.values());
    }

    /** Where JMH's own results of that run are or will be. */
    Path jmhFile(String cellId, int round) {
        return folder.resolve(name(cellId, round) + JMH_END);
    }

    /** Removes what a killed session was writing. */
    void clean() throws IOException {
        AtomicFile.removeUnfinished(folder);
    }

    private static String name(String cellId, int round) {
        return cellId + "-round-" + round;
    }
}
