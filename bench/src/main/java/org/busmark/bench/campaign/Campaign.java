package org.busmark.bench.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.environment.MachineEnvironment;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusAdapter;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.UnreadableRecordException;

/**
 * All rounds of a suite: makes each bus reachable, runs every cell in every round, in JVMs of the round's own, and stores
 * what came of it as it comes. A bus that cannot be had and a cell that fails do not stop the others; what was
 * interrupted can be gone on with.
 */
public final class Campaign {
    private final CampaignRequest request;
    private final ProgressLine progress;
    private final CampaignTools tools;

    private Campaign(CampaignRequest request, ProgressLine progress, CampaignTools tools) {
        this.request = request;
        this.progress = progress;
        this.tools = tools;
    }

    /**
     * Runs a campaign, or goes on with the one in the request's folder, and prints its table.
     *
     * @param data where the table goes, or the document with {@code json}
     * @return the exit status: 0 when all is well, 1 when a run failed or is INVALID, 4 when a bus cannot be had
     * @throws IOException if the run's folder cannot be written, or holds what cannot be gone on with
     */
    public static int run(CampaignRequest request, PrintStream data, ProgressLine progress, boolean json)
            throws IOException {
        return run(request, data, progress, json, CampaignTools.REAL);
    }

    static int run(CampaignRequest request, PrintStream data, ProgressLine progress, boolean json, CampaignTools tools)
            throws IOException {
        Optional<MeasurementLock> lock = MeasurementLock.tryTake();
        if (lock.isEmpty()) {
            progress.message("busmark: another measurement runs on this machine (it holds " + MeasurementLock.file()
                    + "); two at once would spoil both: run again when it has ended");
            return ExitStatus.LACKING;
        }
        try (MeasurementLock held = lock.get()) {
            RunDocument document = new Campaign(request, progress, tools).run();
            Presentation.print(document, request.out(), data, progress, json);
            return ExitStatus.of(document);
        }
    }

    private RunDocument run() throws IOException {
        MachineEnvironment machine = MachineEnvironment.begin();
        Plan plan = Plan.of(request.work(), adapters(request.buses()), adapters(request.bounds()));
        CampaignStore store = store();
        StoredCampaign campaign = StoredCampaign.of(store, plan);
        if (campaign.isFinished()) {
            progress.message("nothing is left to run: all " + campaign.runsRecorded() + " runs are recorded");
        } else {
            measure(plan, store, machine, () -> campaign.writeAtLast(progress));
        }
        return campaign.write();
    }

    private CampaignStore store() throws IOException {
        if (!CampaignStore.isIn(request.out())) {
            return CampaignStore.begin(request.out(), RequestRecord.of(request, Instant.now()));
        }
        CampaignStore store = CampaignStore.open(request.out());
        refuseAnother(RequestRecord.request(store.campaign(), request.out(), Map.of()));
        store.clean();
        return store;
    }

    private void refuseAnother(CampaignRequest begun) throws UnreadableRecordException {
        Optional<String> difference = RequestRecord.difference(begun, request);
        if (difference.isPresent()) {
            throw new UnreadableRecordException(
                    request.out() + " holds another run; it differs in " + difference.get());
        }
    }

    private static List<BusAdapter> adapters(List<String> ids) {
        InstalledAdapters installed = InstalledAdapters.load();
        return ids.stream().map(installed::get).toList();
    }

    private void measure(Plan plan, CampaignStore store, MachineEnvironment machine, Runnable whenInterrupted)
            throws IOException {
        TimeBudget budget = new TimeBudget(request.budget(), System::nanoTime);
        // What an interrupted session reported is all in the records, and from now on it would be old.
        Files.deleteIfExists(request.out().resolve(RunDocumentFile.NAME));
        BusNotes notes = new BusNotes(plan, store.progress().buses());
        Journal journal = Journal.begin(store, machine, notes, request.dataDir());
        try (Interruption interruption = Interruption.watch(whenInterrupted);
                BrokerSession session = BrokerSession.open(request.dataDir());
                BusHosts hosts = new BusHosts(
                        new Provisioning(request, session, progress),
                        tools.conditioner(),
                        notes,
                        interruption,
                        progress)) {
            session.limits().forEach(limit -> progress.message("busmark: " + limit));
            machine.probeDisk(session.folder("fsync"));
            journal.keep();
            Runners runners = new Runners(
                    store,
                    hosts,
                    notes,
                    interruption,
                    new RunNumbers(request.seed(), journal.session()),
                    tools.forks(),
                    session);
            OpenWork open = new OpenWork(plan, store);
            new Rounds(
                            plan,
                            new CellSchedule(request.seed()),
                            open,
                            open.forecast(),
                            hosts,
                            runners::open,
                            new Capacities(store, tools.search()),
                            new Walkthroughs(store, interruption),
                            journal,
                            budget,
                            progress)
                    .run();
        }
        journal.keep();
    }
}
