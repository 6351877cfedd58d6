package org.busmark.bench.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Linux's own files about the machine, below a root that tests replace.
 *
 * @param root usually {@code /}
 */
record ProcFiles(Path root) {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux that runs Java
    private static final int IDLE_FIELD = 4;
    private static final int IO_WAIT_FIELD = 5;
    private static final int STEAL_FIELD = 8;

    Optional<String> cpuModel() {
        return lines("proc/cpuinfo").stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    /** Of the machine, or what the container may use if that is less. */
    OptionalLong memoryBytes() {
        OptionalLong limit = text("sys/fs/cgroup/memory.max").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
        return LongStream.concat(machineMemoryBytes().stream(), limit.stream()).min();
    }

    private OptionalLong machineMemoryBytes() {
        return lines("proc/meminfo").stream()
                .filter(line -> line.matches("MemTotal:\\s*\\d{1,15} kB"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    /** Over all processors, since the machine started. */
    OptionalDouble stolenSeconds() {
        return cpuFields()
                .mapToDouble(fields -> Long.parseLong(fields[STEAL_FIELD]) / TICKS_PER_SECOND)
                .findFirst();
    }

    /**
     * What the processors did since the machine started.
     *
     * @param busyTicks in processes and interrupts
     * @param totalTicks idle ones too
     */
    record CpuTime(long busyTicks, long totalTicks) {
        /** From 0 to 1; 0 when no time went by. */
        double busyShareSince(CpuTime earlier) {
            long total = totalTicks - earlier.totalTicks;
            return total <= 0 ? 0 : (double) (busyTicks - earlier.busyTicks) / total;
        }
    }

    /** Over all processors; waiting for a disk counts as idle. */
    Optional<CpuTime> cpuTime() {
        return cpuFields().findFirst().map(fields -> {
            long total = 0;
            for (int field = 1; field <= STEAL_FIELD; field++) {
                total += Long.parseLong(fields[field]);
            }
            long idle = Long.parseLong(fields[IDLE_FIELD]) + Long.parseLong(fields[IO_WAIT_FIELD]);
            return new CpuTime(total - idle, total);
        });
    }

    private Stream<String[]> cpuFields() {
        return lines("proc/stat").stream()
                .filter(line -> line.matches("cpu[ \\d]+"))
                .map(line -> line.split("\\s+", -1))
                .filter(fields -> fields.length > STEAL_FIELD);
    }

    /** Of this process's calling thread's group; what a thread sets for itself is not in it. */
    OptionalLong timerSlackNs() {
        return text("proc/self/timerslack_ns").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The soft limit; absent when unlimited. */
    OptionalLong openFilesLimit() {
        return lines("proc/self/limits").stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.replace("Max open files", "").strip().split("\\s+", -1)[0])
                .filter(limit -> limit.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** PRETTY_NAME of os-release. */
    Optional<String> distribution() {
        return lines("etc/os-release").stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .findFirst()
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""));
    }

    /** What says that this is a container; empty when nothing does. */
    Optional<String> container() {
        if (Files.exists(root.resolve(".dockerenv"))) {
            return Optional.of("/.dockerenv is there");
        }
        if (Files.exists(root.resolve("run/.containerenv"))) {
            return Optional.of("/run/.containerenv is there");
        }
        return lines("proc/1/cgroup").stream()
                .filter(line -> line.matches(".*(docker|kubepods|containerd|lxc).*"))
                .findFirst();
    }

    /** Of the first processor. */
    Optional<String> frequencyGovernor() {
        return text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    }

    /** The container's CPU limit as "quota period" in microseconds, or "max period". */
    Optional<String> cpuQuota() {
        return text("sys/fs/cgroup/cpu.max");
    }

    /** The one of the bracketed choices that is set. */
    Optional<String> transparentHugePages() {
        return text("sys/kernel/mm/transparent_hugepage/enabled")
                .map(choices -> choices.replaceAll(".*\\[(.*)].*", "$1"));
    }

    private Optional<String> text(String file) {
        return lines(file).stream().findFirst().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Nothing when the file is not there or not for us: its absence is a fact too. */
    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }
}
