package org.busmark.results.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.jspecify.annotations.Nullable;

/** A campaign of five rounds, made up cell by cell; cells and comparisons are made by the code that makes real ones. */
final class MadeUpRun {
    private static final int ROUNDS = 5;
    private static final double[] SCATTER = {1, 1.02, 0.99, 1.01, 0.98};

    private final List<ForkRecord> forks = new ArrayList<>();
    private final List<WalkthroughRecord> walkthroughs = new ArrayList<>();
    private final List<CapacityRecord> capacities = new ArrayList<>();
    private final List<ComparisonRecord> further = new ArrayList<>();

    /** A closed loop; its cellId is {@code bus-guarantee-bytes}. */
    MadeUpRun stream(String bus, Guarantee guarantee, int bytes, double perSecond) {
        return stream(bus, guarantee, bytes, Verdict.VALID, perSecond);
    }

    MadeUpRun stream(String bus, Guarantee guarantee, int bytes, Verdict verdict, double perSecond) {
        CellCoordinates where = new CellCoordinates(
                bus + "-" + guarantee + "-" + bytes,
                bus,
                bytes + "-stream",
                guarantee,
                Rate.MAX,
                bytes,
                "StreamBenchmark");
        List<String> reasons = verdict == Verdict.VALID ? List.of() : List.of("made " + verdict, "twice");
        for (int round = 1; round <= ROUNDS; round++) {
            forks.add(new ForkRecord(
                    where,
                    MadeUp.run(round, verdict, reasons, perSecond * scatter(bus, round), null, MadeUp.series(900))));
        }
        return this;
    }

    /** A closed loop that is too unsteady for anything to be shown of it. */
    MadeUpRun wildStream(String bus, Guarantee guarantee, int bytes, double perSecond) {
        stream(bus, guarantee, bytes, perSecond);
        for (int i = forks.size() - ROUNDS; i < forks.size(); i++) {
            ForkRecord fork = forks.get(i);
            double wild = fork.run().round() % 2 == 0 ? perSecond / 4 : perSecond * 4;
            forks.set(
                    i,
                    new ForkRecord(
                            fork.cell(),
                            MadeUp.run(fork.run().round(), Verdict.VALID, List.of(), wild, null, MadeUp.series(900))));
        }
        return this;
    }

    /** An open loop at 5,000 a second. */
    MadeUpRun openLoop(String bus, Guarantee guarantee, int bytes, double responseP50Us) {
        CellCoordinates where = new CellCoordinates(
                "open-" + bus + "-" + guarantee + "-" + bytes,
                bus,
                bytes + "-open-loop",
                guarantee,
                Rate.perSecond(5_000),
                bytes,
                "OpenLoopBenchmark");
        for (int round = 1; round <= ROUNDS; round++) {
            forks.add(new ForkRecord(
                    where,
                    MadeUp.run(
                            round,
                            Verdict.VALID,
                            List.of(),
                            5_000,
                            MadeUp.series(responseP50Us * scatter(bus, round)),
                            MadeUp.series(responseP50Us / 2))));
        }
        return this;
    }

    /** One run of a workload of which only the ledger matters. */
    MadeUpRun counted(String bus, String workload, Verdict verdict, long messages, long outOfOrder) {
        LedgerRecord ledger = new LedgerRecord(
                messages, messages, 0, messages, messages, 0, 0, 0, 0, 0, outOfOrder, 0, List.of(), messages, 0, 0, 0);
        CellCoordinates where = new CellCoordinates(
                bus + "-" + workload,
                bus,
                workload,
                Guarantee.FIRE_AND_FORGET,
                Rate.perSecond(5_000),
                100,
                "OpenLoopBenchmark");
        forks.add(new ForkRecord(where, run(verdict, ledger, Map.of())));
        return this;
    }

    /** One run of which only the settings matter that the bus reported. */
    MadeUpRun reporting(String bus, Verdict verdict, Map<String, String> settings) {
        CellCoordinates where = new CellCoordinates(
                bus + "-facts", bus, "facts", Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "StreamBenchmark");
        forks.add(new ForkRecord(where, run(verdict, MadeUp.cleanLedger(10), settings)));
        return this;
    }

    /** Ten messages, of which these came, from three partitions in turn. */
    MadeUpRun walked(String bus, Variant variant, int... arrivals) {
        return walked(bus, variant, null, arrivals);
    }

    MadeUpRun walked(String bus, Variant variant, @Nullable String failure, int... arrivals) {
        walkthroughs.add(new WalkthroughRecord(
                bus,
                Guarantee.FLUSHED,
                variant,
                List.of("send", "read"),
                IntStream.range(0, 10)
                        .mapToObj(message -> new Sent(message, "key", "ACKNOWLEDGED"))
                        .toList(),
                Arrays.stream(arrivals)
                        .mapToObj(message -> new Arrival(message, message % 3))
                        .toList(),
                failure));
        return this;
    }

    /** A capacity at 1 KiB, and rates that were not sustained. */
    MadeUpRun capacity(String bus, double perSecond, double... failed) {
        return capacity(bus, perSecond, null, failed);
    }

    /**
     * A capacity with a reservation.
     *
     * @param perSecond null when none was found
     * @param reason why there is none, or why it is a lower bound
     */
    MadeUpRun capacity(String bus, @Nullable Double perSecond, @Nullable String reason, double... failed) {
        List<CapacityRecord.Probe> probes = new ArrayList<>();
        if (perSecond != null) {
            probes.add(new CapacityRecord.Probe(perSecond, true, null, 900.0));
        }
        for (double rate : failed) {
            probes.add(new CapacityRecord.Probe(rate, false, "the backlog grew", null));
        }
        capacities.add(new CapacityRecord(
                bus,
                "kilobyte-open-loop",
                Guarantee.FIRE_AND_FORGET,
                1024,
                50_000,
                perSecond,
                reason,
                probes,
                List.of(new CapacityRecord.SweepPoint(0.5, "half-" + bus))));
        return this;
    }

    /** A comparison that no assembler would have made. */
    MadeUpRun comparing(ComparisonRecord comparison) {
        further.add(comparison);
        return this;
    }

    RunDocument document() throws IOException {
        RunDocument made = Campaigns.of(forks);
        List<ComparisonRecord> comparisons = new ArrayList<>(made.comparisons());
        comparisons.addAll(further);
        return new RunDocument(
                made.schemaVersion(),
                made.runId(),
                made.startedAt(),
                made.harness(),
                made.seed(),
                made.suite(),
                made.environment(),
                made.buses(),
                made.notOffered(),
                made.cells(),
                comparisons,
                made.claims(),
                walkthroughs,
                capacities);
    }

    /** Buses scatter each in its own way: equal ratios in all rounds would leave nothing to make an interval of. */
    private static double scatter(String bus, int round) {
        return SCATTER[Math.floorMod(bus.hashCode() + round, SCATTER.length)];
    }

    private static RunRecord run(Verdict verdict, LedgerRecord ledger, Map<String, String> settings) {
        RunRecord made =
                MadeUp.run(1, verdict, verdict == Verdict.VALID ? List.of() : List.of("made so"), 5_000, null, null);
        return new RunRecord(
                made.round(),
                made.verdict(),
                made.reasons(),
                made.throughputPerSecond(),
                made.response(),
                made.service(),
                made.ack(),
                made.pacingLag(),
                made.blocked(),
                ledger,
                made.cost(),
                made.histogramFiles(),
                made.disturbances(),
                made.disturbanceLines(),
                made.clientVersion(),
                made.brokerVersion(),
                settings,
                made.pacerError(),
                made.jitter(),
                made.backlog(),
                made.stolenCpuShare(),
                made.foreignCpuShare(),
                made.compilingShare(),
                null);
    }
}
