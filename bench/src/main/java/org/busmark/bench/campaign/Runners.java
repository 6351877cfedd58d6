package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;
import org.busmark.broker.BrokerSession;

/** What runs cells, sweeps and probes in a session of a campaign: each run once, recorded, and brokers beside it watched. */
record Runners(
        CampaignStore store,
        BusHosts hosts,
        BusNotes notes,
        Interruption interruption,
        RunNumbers numbers,
        CampaignTools.Forks forks,
        BrokerSession session) {
    CellRunner ofCells() throws IOException {
        Launcher launcher = forks.ofCells(session, store.folder());
        return recorded(store.runs(), new ForkRuns(hosts, launcher, numbers, store.runs()));
    }

    SharedRuns ofSweeps() throws IOException {
        Launcher launcher = forks.ofSweeps(session, store.folder());
        CellRunner runs = new ForkRuns(hosts, launcher, numbers, store.runs());
        return new SharedRuns(recorded(store.runs(), new WarmedRuns(launcher::isCold, runs)), launcher);
    }

    SharedRuns ofProbes() throws IOException {
        Launcher launcher = forks.ofProbes(session, store.folder());
        CellRunner runs = new ForkRuns(hosts, launcher, numbers, null);
        return new SharedRuns(recorded(store.probes(), runs), launcher);
    }

    private CellRunner recorded(RunRecords records, CellRunner runs) {
        return new RecordedRuns(records, interruption, new IdleWatch(hosts, notes, runs));
    }
}
