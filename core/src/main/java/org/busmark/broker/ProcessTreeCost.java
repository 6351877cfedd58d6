package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What processes cost together with all their descendants, read from {@code /proc}. A process that ends stays in the
 * sum: its parent's figures take it over when the parent waits for it, and when the parent is not in the tree, or ended
 * too, the last reading of it is kept. What it used after that reading is then not counted, nor is a descendant that
 * came and went between two snapshots and whose parent ignores how its children end.
 *
 * <p>A snapshot reads every process of the machine once and three files for each of the tree: a few milliseconds; not
 * for measuring threads. Thread-safe.
 */
public final class ProcessTreeCost {
    /** Linux gives these times in hundredths of a second to programs, whatever its own clock does. */
    private static final double TICKS_PER_SECOND = 100;

    private final Set<ProcessKey> roots;
    /** The roots that made a process session of their own: a process right after its start has yet to do so. */
    private final Set<ProcessKey> leaders = new HashSet<>();

    private Map<ProcessKey, ProcessUse> last = new HashMap<>();
    private long endedTicks;
    private long endedWrittenBytes;

    private ProcessTreeCost(Set<ProcessKey> roots) {
        this.roots = roots;
    }

    /**
     * The cost of these, which should live now, and of all that they bring forth. The calling process may be one of
     * them; its children, brokers that it started among them, then count too.
     */
    public static ProcessTreeCost of(Collection<ProcessHandle> processes) {
        return new ProcessTreeCost(processes.stream()
                .flatMap(process -> ProcessKey.of(process.pid()).stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Begins the calling process's peak memory anew, at what is resident now; its children's stay. Where the system does
     * not allow that, the peak stays that of the process's whole life. See {@code clear_refs} in proc(5).
     */
    public static void forgetOwnPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException notAllowed) {
            // A peak that began earlier is an upper bound.
        }
    }

    /** What they used since they began, or nothing where {@code /proc} is absent or cannot be read now. */
    public synchronized Optional<ProcessCost> snapshot() {
        Map<ProcessKey, ProcessUse> now;
        try {
            now = readTree();
        } catch (IOException e) {
            return Optional.empty();
        }
        keepEnded(now);
        last = now;
        long ticks = endedTicks;
        long peakBytes = 0;
        long writtenBytes = endedWrittenBytes;
        boolean writtenKnown = true;
        int living = 0;
        for (ProcessUse use : now.values()) {
            ticks += use.ticks();
            peakBytes += use.peakMemoryBytes();
            writtenBytes += use.writtenBytes().orElse(0);
            // Of a process that ended since the table was read nothing can be read; that is no lack of right.
            writtenKnown &= use.writtenBytes().isPresent() || !use.stat().key().lives();
            living += use.stat().lives() ? 1 : 0;
        }
        return Optional.of(new ProcessCost(
                ticks / TICKS_PER_SECOND,
                peakBytes,
                writtenKnown ? OptionalLong.of(writtenBytes) : OptionalLong.empty(),
                living));
    }

    private Map<ProcessKey, ProcessUse> readTree() throws IOException {
        ProcessTable table = ProcessTable.read();
        for (ProcessKey root : roots) {
            table.get(root.pid())
                    .filter(stat -> stat.key().equals(root) && stat.sessionId() == root.pid())
                    .ifPresent(stat -> leaders.add(root));
        }
        List<RegisteredProcess> known = new ArrayList<>();
        roots.forEach(root -> known.add(new RegisteredProcess(root, leaders.contains(root))));
        // One whose parent ended since is still of this tree.
        last.keySet().forEach(key -> known.add(new RegisteredProcess(key, false)));
        return table.familyAndZombies(known).stream().collect(Collectors.toMap(ProcessStat::key, ProcessUse::of));
    }

    private void keepEnded(Map<ProcessKey, ProcessUse> now) {
        Set<Long> pids = now.keySet().stream().map(ProcessKey::pid).collect(Collectors.toSet());
        for (ProcessUse before : last.values()) {
            boolean ended = !now.containsKey(before.stat().key());
            if (ended && !pids.contains(before.stat().parentPid())) {
                endedTicks += before.ticks();
                endedWrittenBytes += before.writtenBytes().orElse(0);
            }
        }
    }
}
