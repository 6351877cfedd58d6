package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.RunDocument;
import org.jspecify.annotations.Nullable;

/** What it ran on. */
final class EnvironmentTable {
    private final List<List<String>> rows = new ArrayList<>();

    private EnvironmentTable() {}

    static Table of(RunDocument document) {
        EnvironmentTable table = new EnvironmentTable();
        table.instrument(document);
        table.machine(document.environment());
        document.environment().others().forEach(table::add);
        return Table.ofText(List.of("what", "value"), table.rows);
    }

    /** Versions, and what is known of a broker only as a whole. */
    static Table buses(RunDocument document) {
        List<List<String>> rows = document.buses().stream()
                .filter(bus -> bus.notMeasured() == null)
                .map(bus -> bus(bus, document))
                .toList();
        return Table.ofText(List.of("bus", "client", "broker", "peak memory of the broker, since its start"), rows);
    }

    /** How each broker was had and warmed up: too long for a table. */
    static Bullets brokers(RunDocument document) {
        return Bullets.of(document.buses().stream()
                .filter(bus -> bus.notMeasured() == null)
                .flatMap(bus -> Stream.concat(
                        line(bus, "provisioning", bus.provisioning()), line(bus, "conditioning", bus.conditioning()))));
    }

    private static Stream<String> line(BusRecord bus, String what, @Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(bus.displayName() + ", " + what + ": " + value);
    }

    private static List<String> bus(BusRecord bus, RunDocument document) {
        return List.of(
                bus.displayName(),
                Objects.requireNonNullElse(bus.clientVersion(), "-"),
                Objects.requireNonNullElse(bus.brokerVersion(), "none"),
                peakMemory(bus, document));
    }

    private static String peakMemory(BusRecord bus, RunDocument document) {
        return document.cells().stream()
                .filter(cell -> cell.bus().equals(bus.bus()))
                .map(CellRecord::cost)
                .filter(Objects::nonNull)
                .map(CostRecord::brokerPeakMemoryBytes)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(Unit.BYTES::format)
                .orElse("-");
    }

    private void instrument(RunDocument document) {
        add("run", document.runId());
        add("started", document.startedAt());
        add("Busmark", document.harness().version());
        add("commit", document.harness().commit());
        add("suite", document.suite());
        add("seed", document.seed());
    }

    private void machine(EnvironmentRecord machine) {
        add("CPU", machine.cpuModel());
        add("processors", machine.cores());
        add("memory", machine.memoryBytes() == null ? null : Unit.BYTES.format(machine.memoryBytes()));
        add("operating system", machine.operatingSystem());
        add("kernel", machine.kernel());
        add("JVM", machine.jvm());
        add("JVM options", machine.jvmOptions());
        add("brokers' data on", machine.dataFileSystem());
        add("open files limit", machine.openFilesLimit());
        add("stolen CPU seconds", machine.stolenCpuSeconds());
        add("elapsed seconds", machine.elapsedSeconds());
        add("load at the start", machine.loadAverageAtStart());
        add("timer slack ns", machine.timerSlackNs());
        add("write and force 4 KiB, median", micros(machine.fsyncMedianUs()));
        add("write and force 4 KiB, p99", micros(machine.fsyncP99Us()));
    }

    private static @Nullable String micros(@Nullable Double us) {
        return us == null ? null : Unit.MICROSECONDS.format(us);
    }

    private void add(String what, @Nullable Object value) {
        if (value != null) {
            rows.add(List.of(what, value instanceof Double number ? rounded(number) : value.toString()));
        }
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
