package org.busmark.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of {@code /proc/PID/stat}.
 *
 * @param state one letter; Z is a zombie
 * @param sessionId pid of the process that made its process session
 * @param ownTicks processor time of all its threads, those that ended too, in clock ticks
 * @param reapedTicks the same of descendants that ended and were waited for
 */
record ProcessStat(ProcessKey key, char state, long parentPid, long sessionId, long ownTicks, long reapedTicks) {
    /** The process's line now, or nothing when it is gone or the system has no /proc. */
    static Optional<ProcessStat> read(long pid) {
        return read(Path.of("/proc", Long.toString(pid)));
    }

    static Optional<ProcessStat> read(Path folder) {
        try {
            // A name may hold any bytes; this charset takes them all.
            return parse(Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<ProcessStat> parse(String line) {
        // The name is in parentheses and may hold spaces, line ends and parentheses itself.
        int open = line.indexOf(" (");
        int close = line.lastIndexOf(") ");
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] fields = line.substring(close + 2).trim().split(" ", -1);
        try {
            return Optional.of(new ProcessStat(
                    new ProcessKey(Long.parseLong(line.substring(0, open)), Long.parseLong(fields[19])),
                    fields[0].charAt(0),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether it runs: a zombie, which only waits for its parent to ask how it ended, does not. */
    boolean lives() {
        return state != 'Z' && state != 'X' && state != 'x';
    }
}
