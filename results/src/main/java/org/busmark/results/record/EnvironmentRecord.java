package org.busmark.results.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine that it ran on. Everything is null that could not be found out.
 *
 * @param cores processors that the JVM may use
 * @param memoryBytes of the machine, or of the container when it has less
 * @param kernel name and release
 * @param jvm vendor, name and version
 * @param jvmOptions of the measuring forks
 * @param dataFileSystem type of the file system that the brokers write to, such as ext4, overlay or tmpfs
 * @param openFilesLimit of this process
 * @param stolenCpuSeconds taken by the hypervisor during the campaign, over all processors
 * @param elapsedSeconds of the campaign
 * @param loadAverageAtStart over one minute, before anything was started
 * @param timerSlackNs of the measuring threads
 * @param others what has no field of its own, for people
 * @param fsyncMedianUs of 50 times writing 4 KiB to the brokers' data folder and forcing it to the disk
 * @param fsyncP99Us of the same; with so few the largest
 */
public record EnvironmentRecord(
        @Nullable String cpuModel,
        @Nullable Integer cores,
        @Nullable Long memoryBytes,
        @Nullable String operatingSystem,
        @Nullable String kernel,
        @Nullable String jvm,
        @Nullable String jvmOptions,
        @Nullable String dataFileSystem,
        @Nullable Long openFilesLimit,
        @Nullable Double stolenCpuSeconds,
        @Nullable Double elapsedSeconds,
        @Nullable Double loadAverageAtStart,
        @Nullable Long timerSlackNs,
        Map<String, String> others,
        @Nullable Double fsyncMedianUs,
        @Nullable Double fsyncP99Us) {
    /** Nothing is known. */
    public static final EnvironmentRecord UNKNOWN = new EnvironmentRecord(
            null, null, null, null, null, null, null, null, null, null, null, null, null, Map.of(), null, null);

    public EnvironmentRecord {
        Require.notNegative("cores", cores == null ? null : Long.valueOf(cores));
        Require.notNegative("memoryBytes", memoryBytes);
        Require.notNegative("openFilesLimit", openFilesLimit);
        Require.notNegative("stolenCpuSeconds", stolenCpuSeconds);
        Require.notNegative("elapsedSeconds", elapsedSeconds);
        Require.notNegative("loadAverageAtStart", loadAverageAtStart);
        Require.notNegative("timerSlackNs", timerSlackNs);
        Require.notNegative("fsyncMedianUs", fsyncMedianUs);
        Require.notNegative("fsyncP99Us", fsyncP99Us);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Of a campaign that went on after an interruption: stolen and elapsed time count those of the sessions before. */
    public EnvironmentRecord after(EnvironmentRecord before) {
        return with(sum(before.stolenCpuSeconds, stolenCpuSeconds), sum(before.elapsedSeconds, elapsedSeconds), others);
    }

    /** With these words for people too, after the others. */
    public EnvironmentRecord noting(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(more);
        return with(stolenCpuSeconds, elapsedSeconds, all);
    }

    private EnvironmentRecord with(
            @Nullable Double stolenSeconds, @Nullable Double elapsed, Map<String, String> forPeople) {
        return new EnvironmentRecord(
                cpuModel,
                cores,
                memoryBytes,
                operatingSystem,
                kernel,
                jvm,
                jvmOptions,
                dataFileSystem,
                openFilesLimit,
                stolenSeconds,
                elapsed,
                loadAverageAtStart,
                timerSlackNs,
                forPeople,
                fsyncMedianUs,
                fsyncP99Us);
    }

    private static @Nullable Double sum(@Nullable Double before, @Nullable Double now) {
        return before == null ? now : now == null ? before : Double.valueOf(before + now);
    }
}
