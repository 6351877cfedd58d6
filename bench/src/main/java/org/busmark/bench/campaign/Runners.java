package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;
import org.busmark.broker.BrokerSession;

/** What runs cells and probes in a session of a campaign: each run once, recorded, and brokers beside it watched. */
record Runners(
        CampaignStore store,
        BusHosts hosts,
        BusNotes notes,
        Interruption interruption,
        RunNumbers numbers,
        CampaignTools.Forks forks,
        BrokerSession session) {
    /**
     * Those that share a JVM.
     *
     * @param spare for runs that are made again
     */
    SharedRuns open(SpareTime spare) throws IOException {
        Launcher launcher = forks.open(session, store.folder());
        CellRunner cells = new UndisturbedRuns(new ForkRuns(hosts, launcher, numbers, store.runs()), spare);
        CellRunner probes = new ForkRuns(hosts, launcher, numbers, null);
        return new SharedRuns(recorded(store.runs(), cells), recorded(store.probes(), probes), launcher);
    }

    private CellRunner recorded(RunRecords records, CellRunner runs) {
        return new RecordedRuns(records, interruption, new IdleWatch(hosts, notes, runs));
    }
}
