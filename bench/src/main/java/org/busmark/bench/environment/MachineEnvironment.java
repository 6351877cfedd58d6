package org.busmark.bench.environment;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.busmark.results.record.EnvironmentRecord;
import org.jspecify.annotations.Nullable;

/**
 * The machine from a campaign's beginning on: made before anything is started, so that the load average is not our
 * own, and read at its end, so that stolen time is that of the campaign. Thread-safe; reads some ten small files.
 */
public final class MachineEnvironment {
    private final ProcFiles proc;
    private final LongSupplier nanoTime;
    private final long beganNs;
    private final OptionalDouble stolenAtStartSeconds;
    private final double loadAverageAtStart;
    private volatile @Nullable FsyncProbe fsync;

    private MachineEnvironment(ProcFiles proc, LongSupplier nanoTime) {
        this.proc = proc;
        this.nanoTime = nanoTime;
        this.beganNs = nanoTime.getAsLong();
        this.stolenAtStartSeconds = proc.stolenSeconds();
        this.loadAverageAtStart = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Begins now. */
    public static MachineEnvironment begin() {
        return begin(Path.of("/"), System::nanoTime);
    }

    static MachineEnvironment begin(Path root, LongSupplier nanoTime) {
        return new MachineEnvironment(new ProcFiles(root), nanoTime);
    }

    /**
     * Finds out how fast the disk under a folder keeps what is written; takes below 1 s, and is to be called before
     * anything is measured.
     *
     * @param dataDirectory where brokers write; exists
     */
    public void probeDisk(Path dataDirectory) {
        fsync = FsyncProbe.in(dataDirectory).orElse(null);
    }

    /**
     * Everything, as it is now.
     *
     * @param dataDirectory where brokers write; need not exist
     * @param forkOptions JVM options that measuring forks are given beside those of this process
     */
    public EnvironmentRecord read(Path dataDirectory, List<String> forkOptions) {
        FsyncProbe disk = fsync;
        return new EnvironmentRecord(
                proc.cpuModel().orElse(null),
                Runtime.getRuntime().availableProcessors(),
                boxed(proc.memoryBytes()),
                proc.distribution().orElseGet(() -> System.getProperty("os.name")),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.vm.name") + " "
                        + System.getProperty("java.runtime.version"),
                jvmOptions(forkOptions),
                FileSystemOf.type(dataDirectory).orElse(null),
                boxed(proc.openFilesLimit()),
                stolenSeconds(),
                (nanoTime.getAsLong() - beganNs) / 1e9,
                loadAverageAtStart < 0 ? null : loadAverageAtStart,
                boxed(proc.timerSlackNs()),
                others(),
                disk == null ? null : disk.medianUs(),
                disk == null ? null : disk.p99Us());
    }

    private @Nullable Double stolenSeconds() {
        OptionalDouble now = proc.stolenSeconds();
        return now.isPresent() && stolenAtStartSeconds.isPresent()
                ? Math.max(0, now.getAsDouble() - stolenAtStartSeconds.getAsDouble())
                : null;
    }

    /** Without the -D ones: they are ours, long, and may one day hold a secret. */
    private static String jvmOptions(List<String> forkOptions) {
        List<String> all =
                new java.util.ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        all.addAll(forkOptions);
        all.removeIf(option -> option.startsWith("-D"));
        return String.join(" ", all);
    }

    private Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        put(others, "container", proc.container());
        put(others, "cpuQuota", proc.cpuQuota());
        put(others, "frequencyGovernor", proc.frequencyGovernor());
        put(others, "transparentHugePages", proc.transparentHugePages());
        put(
                others,
                "garbageCollectors",
                Optional.of(String.join(
                        ", ",
                        ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .map(java.lang.management.MemoryManagerMXBean::getName)
                                .toList())));
        return others;
    }

    private static void put(Map<String, String> others, String name, Optional<String> value) {
        value.ifPresent(text -> others.put(name, text));
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
