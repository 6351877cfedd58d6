package org.busmark.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux says of the processors' time since the machine started, over all of them, and of this process. Seconds.
 *
 * <p>The time of processes is the sum over them, not what the line for all processors says: a kernel may make that line
 * from what runs when the clock ticks (CONFIG_TICK_CPU_ACCOUNTING), and threads that a timer wakes run just then. A
 * process that slept most of the time was seen to count double in it, and a stranger was seen where there was none.
 *
 * @param total all time there was, idle included
 * @param busy used by processes, whosever, those that ended and were waited for among them; without interrupts, which
 *     Linux charges to none: a bus over loopback makes many; and without processes that are scheduled only where no
 *     other wants the processor (SCHED_IDLE)
 * @param stolen taken by the hypervisor for others
 * @param own used by this process
 */
record MachineCpu(double total, double busy, double stolen, double own) {
    static final MachineCpu NONE = new MachineCpu(0, 0, 0, 0);

    private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux that runs Java
    private static final int STOLEN = 8;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int REAPED_SYSTEM_TICKS = 14;
    private static final int POLICY = 38;
    private static final String SCHED_IDLE = "5";

    /** Now; reads a small file for each process, which takes some milliseconds. Empty elsewhere than on Linux. */
    static Optional<MachineCpu> read() {
        return read(Path.of("/proc"));
    }

    static Optional<MachineCpu> read(Path proc) {
        try {
            List<String> machine = Files.readAllLines(proc.resolve("stat"));
            String[] all = machine.get(0).split("\\s+", -1);
            long processors =
                    machine.stream().filter(line -> line.matches("cpu\\d.*")).count();
            String uptime = Files.readString(proc.resolve("uptime"));
            return Optional.of(new MachineCpu(
                    processors * Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))),
                    ofAllProcesses(proc),
                    Long.parseLong(all[STOLEN]) / TICKS_PER_SECOND,
                    seconds(proc.resolve("self"), SYSTEM_TICKS)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double ofAllProcesses(Path proc) throws IOException {
        double sum = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                sum += secondsIfThere(process);
            }
        }
        return sum;
    }

    /** A process may end while it is read. */
    private static double secondsIfThere(Path process) throws IOException {
        try {
            String[] fields = fields(process);
            boolean yieldsToAll = fields.length > POLICY && fields[POLICY].equals(SCHED_IDLE);
            return yieldsToAll ? 0 : seconds(fields, REAPED_SYSTEM_TICKS);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            if (Files.exists(process)) {
                throw e;
            }
            return 0;
        }
    }

    /** Of one thread, whose folder is like a process's. */
    static double ofThread(Path thread) throws IOException {
        return seconds(thread, SYSTEM_TICKS);
    }

    private static double seconds(Path process, int lastField) throws IOException {
        return seconds(fields(process), lastField);
    }

    /** A process's name stands in brackets and may hold anything, spaces and brackets too, in any encoding. */
    private static String[] fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static double seconds(String[] fields, int lastField) {
        long ticks = 0;
        for (int field = USER_TICKS; field <= lastField; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    MachineCpu plus(MachineCpu other) {
        return new MachineCpu(total + other.total, busy + other.busy, stolen + other.stolen, own + other.own);
    }

    MachineCpu minus(MachineCpu earlier) {
        return new MachineCpu(total - earlier.total, busy - earlier.busy, stolen - earlier.stolen, own - earlier.own);
    }

    /**
     * In whole ticks, of one at least: what arithmetic adds to them would make a share that is at a limit one that is
     * beyond it.
     */
    static double share(double seconds, double ofSeconds) {
        return Math.rint(seconds * TICKS_PER_SECOND) / Math.max(1, Math.rint(ofSeconds * TICKS_PER_SECOND));
    }
}
