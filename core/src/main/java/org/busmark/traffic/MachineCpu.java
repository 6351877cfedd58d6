package org.busmark.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux says of the processors' time since the machine started, over all of them, and of this process. Seconds.
 *
 * @param total all time there was, idle included
 * @param busy used by processes, whosever; without interrupts, which Linux charges to none where it counts them apart: a
 *     bus over loopback makes many
 * @param stolen taken by the hypervisor for others
 * @param own used by this process
 */
record MachineCpu(double total, double busy, double stolen, double own) {
    static final MachineCpu NONE = new MachineCpu(0, 0, 0, 0);

    private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux that runs Java
    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int STOLEN = 7;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** Now; reads two small files. Empty elsewhere than on Linux. */
    static Optional<MachineCpu> read() {
        return read(Path.of("/proc"));
    }

    static Optional<MachineCpu> read(Path proc) {
        try {
            List<String> machine = Files.readAllLines(proc.resolve("stat"));
            String[] times = machine.get(0).split("\\s+", -1);
            double[] seconds = new double[STOLEN + 1];
            double total = 0;
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = Long.parseLong(times[i + 1]) / TICKS_PER_SECOND;
                total += seconds[i];
            }
            return Optional.of(new MachineCpu(
                    total, seconds[USER] + seconds[NICE] + seconds[SYSTEM], seconds[STOLEN], ownSeconds(proc)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A process's name stands in brackets and may hold anything, spaces and brackets too. */
    private static double ownSeconds(Path proc) throws IOException {
        String self = Files.readString(proc.resolve("self/stat"));
        String[] fields = self.substring(self.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
    }

    MachineCpu plus(MachineCpu other) {
        return new MachineCpu(total + other.total, busy + other.busy, stolen + other.stolen, own + other.own);
    }

    MachineCpu minus(MachineCpu earlier) {
        return new MachineCpu(total - earlier.total, busy - earlier.busy, stolen - earlier.stolen, own - earlier.own);
    }
}
