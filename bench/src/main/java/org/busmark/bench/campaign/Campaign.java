package org.busmark.bench.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.campaign.CellSchedule.Turn;
import org.busmark.bench.environment.MachineEnvironment;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusAdapter;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.workload.Cell;

/**
 * All rounds of a suite: makes each bus reachable, runs every cell in a fork of its own, round by round, and stores
 * what came of it. A bus that cannot be had and a cell that fails do not stop the others.
 */
public final class Campaign {
    private final CampaignRequest request;
    private final ProgressLine progress;

    private Campaign(CampaignRequest request, ProgressLine progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs a campaign and prints its table.
     *
     * @param data where the table goes, or the document with {@code json}
     * @return the exit status: 0 when all is well, 1 when a run failed or is INVALID, 4 when a bus cannot be had
     * @throws IOException if the run's folder cannot be written
     */
    public static int run(CampaignRequest request, PrintStream data, ProgressLine progress, boolean json)
            throws IOException {
        Optional<MeasurementLock> lock = MeasurementLock.tryTake();
        if (lock.isEmpty()) {
            progress.message("busmark: another measurement runs on this machine (it holds " + MeasurementLock.file()
                    + "); two at once would spoil both: run again when it has ended");
            return ExitStatus.LACKING;
        }
        try (MeasurementLock held = lock.get()) {
            RunDocument document = new Campaign(request, progress).run();
            Presentation.print(document, request.out(), data, progress, json);
            return ExitStatus.of(document);
        }
    }

    private RunDocument run() throws IOException {
        Instant startedAt = Instant.now();
        MachineEnvironment environment = MachineEnvironment.begin();
        Plan plan =
                Plan.of(request.workloads(), adapters(request.buses()), adapters(request.bounds()), request.rounds());
        Outcome outcome = new Outcome();
        BrokerLogs logs = new BrokerLogs(request.out());
        try (BrokerSession session = BrokerSession.open(request.dataDir());
                BusHosts hosts = new BusHosts(request, session, progress, logs)) {
            session.limits().forEach(limit -> progress.message("busmark: " + limit));
            environment.probeDisk(session.folder("fsync"));
            hosts.start(plan);
            runCells(plan, hosts, new ForkLauncher(session, request.out()), outcome);
            runWalkthroughs(plan, hosts, outcome);
            outcome.buses.addAll(hosts.records(plan));
        }
        RunDocument document = new DocumentAssembler(request, plan, startedAt).assemble(environment, outcome);
        RunFolder.write(request.out(), document, outcome.jmh);
        return document;
    }

    /** What the campaign gathers as it goes. */
    static final class Outcome {
        final List<ForkRecord> forks = new ArrayList<>();
        final JmhResults jmh = new JmhResults();
        final List<BusRecord> buses = new ArrayList<>();
        final List<WalkthroughRecord> walkthroughs = new ArrayList<>();
        final List<CapacityRecord> capacities = new ArrayList<>();
    }

    private static List<BusAdapter> adapters(List<String> ids) {
        InstalledAdapters installed = InstalledAdapters.load();
        return ids.stream().map(installed::get).toList();
    }

    private void runCells(Plan plan, BusHosts hosts, ForkLauncher launcher, Outcome outcome) throws IOException {
        List<PlannedCell> cells = plan.cells().stream()
                .filter(PlannedCell::isOffered)
                .filter(planned -> !Walkthroughs.isWalkthrough(planned.cell()))
                .filter(planned -> hosts.find(planned.cell().bus()) != null)
                .toList();
        List<Turn> turns = CellSchedule.of(cells, request.rounds(), request.seed());
        if (!turns.isEmpty()) {
            progress.phase("measuring " + cells.size() + " cells in " + request.rounds() + " rounds");
        }
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            BusHost host = Objects.requireNonNull(hosts.find(turn.cell().bus()));
            progress.step(i, turns.size(), describe(turn));
            ForkLauncher.Result result = launcher.run(host, turn.cell(), turn.round(), turn.run());
            outcome.forks.add(result.record());
            outcome.jmh.add(turn.cell().id(), result.jmh());
        }
    }

    private static String describe(Turn turn) {
        return "round " + turn.round() + ": " + turn.cell().bus() + ", "
                + turn.cell().workload().name() + ", " + turn.cell().workload().guarantee();
    }

    private void runWalkthroughs(Plan plan, BusHosts hosts, Outcome outcome) {
        for (Cell cell : plan.offered()) {
            BusHost host = hosts.find(cell.bus());
            if (Walkthroughs.isWalkthrough(cell) && host != null) {
                progress.step("walkthrough on " + host.adapter().displayName());
                outcome.walkthroughs.addAll(Walkthroughs.run(host, cell));
            }
        }
    }
}
