package org.busmark.bench.capacity;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.busmark.bench.fork.RecordedCell;
import org.busmark.bench.plan.CellRunner;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.ledger.LedgerTotals;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.simulated.Instants;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.simulated.SimulatedBus;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/**
 * The real engine on the simulated bus, in this JVM. A run that the machine disturbed is made again, and the bus is the
 * witness of that: it saw when each message came and knows when it would have come undisturbed, whatever the instrument
 * says. So what a run answers depends on its script alone.
 */
final class SimulatedRuns implements CellRunner {
    private static final int MOST_DISTURBED = 15;

    private final SimulatedAdapter adapter = new SimulatedAdapter();
    private final Duration undisturbed;
    private int runs;
    private int disturbed;

    /**
     * Runs that a machine may disturb a little.
     *
     * @param undisturbed how late a message of a run that counts may be
     */
    SimulatedRuns(Duration undisturbed) {
        this.undisturbed = undisturbed;
    }

    @Override
    public ForkRecord run(Cell cell, int round) {
        while (disturbed < MOST_DISTURBED) {
            runs++;
            DisturbanceLog log = new DisturbanceLog();
            Workload workload = cell.workload();
            BusSettings settings = new BusSettings(Map.of(), workload.settingsFor(cell.bus()));
            try (SimulatedBus bus = adapter.connect(settings, log)) {
                TrafficReport report =
                        new TrafficRun(bus, adapter.capabilities(), workload, runs, Clock.SYSTEM, log).run();
                if (lateNs(bus, workload) <= undisturbed.toNanos()) {
                    return new ForkRecord(RecordedCell.of(cell, "OpenLoopBenchmark"), record(round, report));
                }
                disturbed++;
            } catch (BusException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new TooBusy("the machine is too busy: it disturbed " + disturbed + " of " + runs + " runs by more than "
                + undisturbed.toMillis() + " ms");
    }

    /** How late, at worst, a message came to the bus or left it, beside what its script makes late. */
    private static long lateNs(SimulatedBus bus, Workload workload) {
        return Math.max(sentLateNs(bus, workload), bus.truth().lateness().getMaxValue());
    }

    /**
     * Undisturbed, a message comes when it is due or when the one before it was let in; the gate lets one in for each
     * spacing. When the schedule began is taken from the message that came least late.
     */
    private static long sentLateNs(SimulatedBus bus, Workload workload) {
        Instants instants = bus.instants(0);
        double spacingNs = 1e9 / bus.script().ceilingPerSecond();
        double letInNs = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int tick = 0; tick < instants.sends(); tick++) {
            double comesNs = Math.max(tick * 1e9 / workload.rate().perSecond(), letInNs);
            letInNs = Math.max(comesNs, letInNs + spacingNs);
            double lateNs = instants.enteredNs(tick) - instants.enteredNs(0) - comesNs;
            least = Math.min(least, lateNs);
            most = Math.max(most, lateNs);
        }
        return Math.round(most - least);
    }

    /** The machine disturbed too many runs for a search to end. */
    static final class TooBusy extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooBusy(String message) {
            super(message);
        }
    }

    private static RunRecord record(int round, TrafficReport report) {
        Map<SeriesKind, SeriesRecord> series = new EnumMap<>(SeriesKind.class);
        report.series()
                .forEach(one -> series.put(SeriesKind.valueOf(one.name().name()), SeriesRecord.of(one.summary(), 1)));
        return new RunRecord(
                round,
                report.judgement().verdict(),
                report.judgement().reasons(),
                report.deliveredPerSecond(),
                series.get(SeriesKind.RESPONSE),
                series.get(SeriesKind.SERVICE),
                series.get(SeriesKind.ACK),
                series.get(SeriesKind.PACING_LAG),
                series.get(SeriesKind.BLOCKED),
                ledger(report.ledger()),
                null,
                Map.of(),
                Map.of(),
                report.disturbances(),
                null,
                null,
                Map.of(),
                series.get(SeriesKind.PACER_ERROR),
                series.get(SeriesKind.JITTER),
                report.conditions().backlog().stream()
                        .map(one -> new BacklogRecord(one.seconds(), one.messages(), one.delivered()))
                        .toList(),
                boxed(report.conditions().stolenCpuShare()),
                boxed(report.conditions().foreignCpuShare()),
                boxed(report.conditions().compilingShare()),
                null);
    }

    private static Double boxed(OptionalDouble share) {
        return share.orElse(0);
    }

    private static LedgerRecord ledger(LedgerTotals totals) {
        return new LedgerRecord(
                totals.scheduled(),
                totals.attempted(),
                totals.acknowledged(),
                totals.delivered(),
                totals.ok(),
                totals.lost(),
                totals.unexpected(),
                totals.duplicated(),
                totals.redelivered(),
                totals.recovered(),
                totals.outOfOrder(),
                totals.corrupted(),
                List.of(),
                totals.handedOver(),
                totals.rejected(),
                totals.unknown(),
                totals.illegalDuplicates());
    }
}
