package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.RunDocument;
import org.jspecify.annotations.Nullable;

/** What was not the same around the two campaigns. */
final class Circumstances {
    private static final double GIBIBYTE = 1L << 30;

    private Circumstances() {}

    /** The machine and what runs on it: what a person who compares two versions wants to be equal. */
    static List<Differing> ofMachine(EnvironmentRecord a, EnvironmentRecord b) {
        return Stream.of(
                        Differing.ofKnown("processor", a.cpuModel(), b.cpuModel()),
                        Differing.ofKnown("cores", a.cores(), b.cores()),
                        Differing.ofKnown("memory", gibibytes(a.memoryBytes()), gibibytes(b.memoryBytes())),
                        Differing.ofKnown("operating system", a.operatingSystem(), b.operatingSystem()),
                        Differing.ofKnown("kernel", a.kernel(), b.kernel()),
                        Differing.ofKnown("JVM", a.jvm(), b.jvm()),
                        Differing.ofKnown("JVM options", a.jvmOptions(), b.jvmOptions()),
                        Differing.ofKnown("data file system", a.dataFileSystem(), b.dataFileSystem()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Versions of Busmark, clients and brokers, and how brokers were had: what is often compared on purpose. */
    static List<Differing> ofVersions(RunDocument a, RunDocument b) {
        List<Differing> differing = new ArrayList<>();
        Differing.ofKnown("Busmark", version(a.harness()), version(b.harness())).ifPresent(differing::add);
        for (BusRecord before : a.buses()) {
            for (BusRecord after : b.buses()) {
                if (before.bus().equals(after.bus())) {
                    differing.addAll(ofBus(before, after));
                }
            }
        }
        return differing;
    }

    private static List<Differing> ofBus(BusRecord a, BusRecord b) {
        String bus = b.bus();
        return Stream.of(
                        Differing.ofKnown(bus + " client", a.clientVersion(), b.clientVersion()),
                        Differing.ofKnown(bus + " broker", a.brokerVersion(), b.brokerVersion()),
                        Differing.ofKnown(bus + " provisioning", a.provisioning(), b.provisioning()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String version(HarnessRecord harness) {
        return harness.commit() == null ? harness.version() : harness.version() + " (" + harness.commit() + ")";
    }

    /** A container's limit moves by a few pages. */
    private static @Nullable String gibibytes(@Nullable Long bytes) {
        return bytes == null ? null : String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    }
}
