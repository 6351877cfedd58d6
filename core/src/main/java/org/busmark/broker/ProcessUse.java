package org.busmark.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What one process used since it began, with its descendants that ended and were waited for: the system adds these to
 * their parent's figures, processor time and bytes written alike.
 *
 * @param writtenBytes absent when it may not be read
 */
record ProcessUse(ProcessStat stat, long peakMemoryBytes, OptionalLong writtenBytes) {
    static ProcessUse of(ProcessStat stat) {
        Path folder = Path.of("/proc", Long.toString(stat.key().pid()));
        long peakKib = field(folder.resolve("status"), "VmHWM:").orElse(0);
        Path io = folder.resolve("io");
        OptionalLong written = field(io, "write_bytes:");
        OptionalLong cancelled = field(io, "cancelled_write_bytes:");
        boolean readable = written.isPresent() && cancelled.isPresent();
        return new ProcessUse(
                stat,
                peakKib * 1024,
                readable ? OptionalLong.of(written.getAsLong() - cancelled.getAsLong()) : OptionalLong.empty());
    }

    long ticks() {
        return stat.ownTicks() + stat.reapedTicks();
    }

    /** The first number behind a label that begins a line. */
    private static OptionalLong field(Path file, String label) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith(label))
                    .map(line -> line.substring(label.length()).trim().split(" ", 2)[0])
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
