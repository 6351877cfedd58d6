package org.busmark.bench.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.plan.Plan;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.BusRecord.NotMeasured;
import org.busmark.results.record.GuaranteeRecord;
import org.jspecify.annotations.Nullable;

/** What becomes known of the buses as their brokers come and go. Confined to one thread. */
final class BusNotes {
    private final Plan plan;
    private final Map<String, Note> notes = new LinkedHashMap<>();

    /** @param earlier what a session before found */
    BusNotes(Plan plan, List<BusRecord> earlier) {
        this.plan = plan;
        for (BusAdapter adapter : plan.buses()) {
            notes.put(adapter.id(), new Note());
        }
        earlier.forEach(record -> of(record.bus()).recall(record));
    }

    /** It answered, as its client and its broker describe themselves. */
    void reached(BusHost host, BusFacts facts) {
        Note note = of(host.adapter().id());
        note.clientVersion = facts.clientVersion();
        note.brokerVersion = facts.brokerVersion();
        note.provisioning = host.provisioning();
        if (!note.lackedInThisSession) {
            note.notMeasured = null;
        }
    }

    /** How its broker was warmed up. */
    void conditioned(String bus, String how) {
        of(bus).conditioning.add(how);
    }

    /** It could not be had. */
    void lacking(String bus, String reason, String remedy) {
        Note note = of(bus);
        note.notMeasured = new NotMeasured(reason, remedy);
        note.lackedInThisSession = true;
    }

    /** Its broker used so much while another bus was measured for so long. */
    void idled(String bus, double cpuSeconds, double seconds) {
        Note note = of(bus);
        note.idleCpuSeconds += cpuSeconds;
        note.idleSeconds += seconds;
    }

    private Note of(String bus) {
        return notes.computeIfAbsent(bus, any -> new Note());
    }

    /** What the report says of each bus. */
    List<BusRecord> records() {
        return plan.buses().stream().map(this::record).toList();
    }

    private BusRecord record(BusAdapter adapter) {
        Note note = of(adapter.id());
        return new BusRecord(
                adapter.id(),
                adapter.displayName(),
                note.clientVersion,
                note.brokerVersion,
                note.provisioning,
                note.notMeasured,
                guarantees(adapter),
                note.conditioning.isEmpty() ? null : String.join("; ", note.conditioning),
                note.idleShare());
    }

    private List<GuaranteeRecord> guarantees(BusAdapter adapter) {
        Set<Guarantee> asked = plan.offered().stream()
                .filter(cell -> cell.bus().equals(adapter.id()))
                .map(cell -> cell.workload().guarantee())
                .collect(Collectors.toCollection(HashSet::new));
        return new TreeMap<>(adapter.guarantees())
                .entrySet().stream()
                        .filter(offered -> asked.contains(offered.getKey()))
                        .map(offered -> new GuaranteeRecord(
                                offered.getKey(),
                                offered.getValue().how(),
                                offered.getValue().settings()))
                        .toList();
    }

    private static final class Note {
        @Nullable
        String clientVersion;

        @Nullable
        String brokerVersion;

        @Nullable
        String provisioning;

        @Nullable
        NotMeasured notMeasured;

        boolean lackedInThisSession;
        final List<String> conditioning = new ArrayList<>();
        double idleCpuSeconds;
        double idleSeconds;
        private @Nullable Double earlierIdleShare;

        void recall(BusRecord record) {
            clientVersion = record.clientVersion();
            brokerVersion = record.brokerVersion();
            provisioning = record.provisioning();
            notMeasured = record.notMeasured();
            if (record.conditioning() != null) {
                conditioning.add(record.conditioning());
            }
            earlierIdleShare = record.idleCpuShare();
        }

        /** Of this session, if it had the broker idle. */
        @Nullable
        Double idleShare() {
            return idleSeconds > 0 ? Double.valueOf(idleCpuSeconds / idleSeconds) : earlierIdleShare;
        }
    }
}
