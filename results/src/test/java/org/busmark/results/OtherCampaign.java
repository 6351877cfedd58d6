package org.busmark.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;

/** A second campaign to hold against a first: made-up forks with what surrounds them changed. */
public final class OtherCampaign {
    private final List<ForkRecord> forks = new ArrayList<>();
    private final List<CapacityRecord> capacities = new ArrayList<>();
    private String runId = "2026-11-23T09-00-00-def456";
    private UnaryOperator<EnvironmentRecord> machine = UnaryOperator.identity();
    private UnaryOperator<BusRecord> buses = UnaryOperator.identity();
    private List<NotOffered> notOffered = List.of();
    private String commit = "0e5f429";

    /** A campaign of these. */
    public static OtherCampaign of(List<ForkRecord> forks) {
        OtherCampaign campaign = new OtherCampaign();
        campaign.forks.addAll(forks);
        return campaign;
    }

    /** Streams of a bus, a round each. */
    public static List<ForkRecord> streams(String bus, double... perSecond) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < perSecond.length; i++) {
            forks.add(MadeUp.streamRun(bus, i + 1, perSecond[i]));
        }
        return forks;
    }

    /** Open loops of a bus, a round each. */
    public static List<ForkRecord> openLoops(String bus, double... p50Us) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < p50Us.length; i++) {
            forks.add(MadeUp.openLoopRun(bus, i + 1, p50Us[i]));
        }
        return forks;
    }

    /** The same forks as those of another cell. */
    public static List<ForkRecord> as(CellCoordinates cell, List<ForkRecord> forks) {
        return forks.stream().map(fork -> new ForkRecord(cell, fork.run())).toList();
    }

    /** The same forks with their runs changed. */
    public static List<ForkRecord> each(List<ForkRecord> forks, UnaryOperator<RunRecord> change) {
        return forks.stream()
                .map(fork -> new ForkRecord(fork.cell(), change.apply(fork.run())))
                .toList();
    }

    /** That cell under another identity. */
    public static CellCoordinates withId(CellCoordinates cell, String cellId) {
        return with(cell, cellId, cell.work());
    }

    /** That cell with its work told. */
    public static CellCoordinates working(CellCoordinates cell, Map<String, String> work) {
        return with(cell, cell.cellId(), work);
    }

    private static CellCoordinates with(CellCoordinates cell, String cellId, Map<String, String> work) {
        return new CellCoordinates(
                cellId,
                cell.bus(),
                cell.workload(),
                cell.guarantee(),
                cell.rate(),
                cell.messageBytes(),
                cell.benchmark(),
                work);
    }

    /** More cells. */
    public OtherCampaign and(List<ForkRecord> more) {
        forks.addAll(more);
        return this;
    }

    public OtherCampaign named(String other) {
        runId = other;
        return this;
    }

    public OtherCampaign ofCommit(String other) {
        commit = other;
        return this;
    }

    public OtherCampaign on(UnaryOperator<EnvironmentRecord> change) {
        machine = change;
        return this;
    }

    /** Its buses changed. */
    public OtherCampaign buses(UnaryOperator<BusRecord> change) {
        buses = change;
        return this;
    }

    /** Kafka's broker had in another way. */
    public OtherCampaign kafkaProvisioned(String how) {
        return buses(bus -> bus.bus().equals("kafka") ? provisioned(bus, how) : bus);
    }

    public OtherCampaign notOffering(String bus, String workload, Guarantee guarantee, String reason) {
        notOffered = List.of(new NotOffered(bus, workload, guarantee, reason));
        return this;
    }

    public OtherCampaign with(CapacityRecord capacity) {
        capacities.add(capacity);
        return this;
    }

    private static BusRecord provisioned(BusRecord bus, String how) {
        return new BusRecord(
                bus.bus(),
                bus.displayName(),
                bus.clientVersion(),
                bus.brokerVersion(),
                how,
                bus.notMeasured(),
                bus.guarantees(),
                bus.conditioning());
    }

    /** The same machine with another processor. */
    public static EnvironmentRecord withProcessor(EnvironmentRecord machine, String cpuModel, int cores) {
        return new EnvironmentRecord(
                cpuModel,
                cores,
                machine.memoryBytes(),
                machine.operatingSystem(),
                machine.kernel(),
                machine.jvm(),
                machine.jvmOptions(),
                machine.dataFileSystem(),
                machine.openFilesLimit(),
                machine.stolenCpuSeconds(),
                machine.elapsedSeconds(),
                machine.loadAverageAtStart(),
                machine.timerSlackNs(),
                machine.others(),
                machine.fsyncMedianUs(),
                machine.fsyncP99Us());
    }

    /** The document that it leaves. */
    public RunDocument document() {
        try {
            RunDocument made = Campaigns.of(forks);
            List<CellRecord> cells = made.cells();
            return new RunDocument(
                    RunDocument.SCHEMA_VERSION,
                    runId,
                    Instant.parse("2026-11-23T09:00:00Z"),
                    new HarnessRecord(
                            made.harness().version(), commit, made.harness().command()),
                    made.seed(),
                    made.suite(),
                    Objects.requireNonNull(machine.apply(made.environment())),
                    made.buses().stream().map(buses).toList(),
                    notOffered,
                    cells,
                    made.comparisons(),
                    List.of(),
                    List.of(),
                    capacities);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
