package org.busmark.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The processes of this machine at one moment, as {@code /proc} tells. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private static final long NOBODY = -1;

    private final Map<Long, ProcessStat> byPid;

    ProcessTable(Map<Long, ProcessStat> byPid) {
        this.byPid = Map.copyOf(byPid);
    }

    static boolean available() {
        return ProcessStat.read(PROC.resolve("self")).isPresent();
    }

    /** Fails when it cannot be told who lives, which is not the same as nobody. */
    static ProcessTable read() throws IOException {
        Map<Long, ProcessStat> found = new HashMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                ProcessStat.read(folder).ifPresent(stat -> found.put(stat.key().pid(), stat));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new ProcessTable(found);
    }

    Optional<ProcessStat> get(long pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /**
     * The living processes that belong to these: themselves, members of a leader's process session (a process whose
     * parent ended keeps its session), processes with the marker in their environment (it is inherited even by a
     * process that left the session), and all their descendants. Never the calling process, nor what only it started.
     *
     * @param marker {@code NAME=start of the value}, or null for none
     */
    Set<ProcessKey> family(Collection<RegisteredProcess> roots, @Nullable String marker) {
        return members(roots, marker, ProcessHandle.current().pid()).stream()
                .filter(ProcessStat::lives)
                .map(ProcessStat::key)
                .collect(Collectors.toSet());
    }

    /**
     * The same without a marker, and with the calling process if it is one of them, and with those that ended and
     * whose parent did not ask yet how.
     */
    Set<ProcessStat> familyAndZombies(Collection<RegisteredProcess> roots) {
        return members(roots, null, NOBODY);
    }

    private Set<ProcessStat> members(Collection<RegisteredProcess> roots, @Nullable String marker, long excluded) {
        Set<ProcessKey> keys = roots.stream().map(RegisteredProcess::key).collect(Collectors.toSet());
        Map<Long, Long> leaders = new HashMap<>();
        roots.stream()
                .filter(RegisteredProcess::leader)
                .forEach(root -> leaders.put(root.key().pid(), root.key().startTicks()));
        Set<Long> family = new HashSet<>();
        for (ProcessStat stat : byPid.values()) {
            if (keys.contains(stat.key())
                    || inSessionOf(leaders, stat)
                    || (marker != null && environmentHolds(stat.key().pid(), marker))) {
                family.add(stat.key().pid());
            }
        }
        family.remove(excluded);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (ProcessStat stat : byPid.values()) {
                long pid = stat.key().pid();
                grew |= pid != excluded && family.contains(stat.parentPid()) && family.add(pid);
            }
        }
        return family.stream().flatMap(pid -> get(pid).stream()).collect(Collectors.toSet());
    }

    /** A leader that is gone still names its session; a process that was given its pid since does not. */
    private boolean inSessionOf(Map<Long, Long> leaders, ProcessStat stat) {
        Long start = leaders.get(stat.sessionId());
        if (start == null) {
            return false;
        }
        ProcessStat leader = byPid.get(stat.sessionId());
        return leader == null || leader.key().startTicks() == start;
    }

    private static boolean environmentHolds(long pid, String marker) {
        try {
            String environment =
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("environ"), StandardCharsets.ISO_8859_1);
            return environment.startsWith(marker) || environment.contains('\0' + marker);
        } catch (IOException e) {
            return false;
        }
    }
}
