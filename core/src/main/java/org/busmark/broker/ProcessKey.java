package org.busmark.broker;

import java.util.Optional;

/**
 * One process for all time since the machine started: systems give a pid again, but not with the same start time.
 *
 * @param startTicks field 22 of {@code /proc/PID/stat}: clock ticks after the machine's start
 */
record ProcessKey(long pid, long startTicks) {
    /** Reads what {@link #toString} writes. */
    static Optional<ProcessKey> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return Optional.of(new ProcessKey(
                    Long.parseLong(text.substring(0, Math.max(dot, 0))), Long.parseLong(text.substring(dot + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The process with this pid now. */
    static Optional<ProcessKey> of(long pid) {
        return ProcessStat.read(pid).map(ProcessStat::key);
    }

    /** Whether it still runs; a zombie does not. */
    boolean lives() {
        return ProcessStat.read(pid)
                .filter(now -> now.key().equals(this) && now.lives())
                .isPresent();
    }

    /** Asks it to end, or forces it. Does nothing when it is gone. */
    void signal(boolean force) {
        // The handle remembers the start time that it saw, and checks it again when it signals.
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isPresent() && lives()) {
            boolean unused =
                    force ? handle.get().destroyForcibly() : handle.get().destroy();
        }
    }

    @Override
    public String toString() {
        return pid + "." + startTicks;
    }
}
