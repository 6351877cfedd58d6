package org.busmark.bench.campaign;

import java.io.IOException;
import org.busmark.bench.plan.CellRunner;
import org.busmark.broker.BrokerSession;

/** What runs cells, and what runs probes, in a session of a campaign: in forks, each run once and recorded. */
record Runners(
        CampaignStore store,
        BusHosts hosts,
        Interruption interruption,
        RunNumbers numbers,
        CampaignTools.Forks forks,
        BrokerSession session) {
    CellRunner ofCells() throws IOException {
        Launcher launcher = forks.open(session, store.folder(), true);
        return new RecordedRuns(store.runs(), interruption, new ForkRuns(hosts, launcher, numbers, store.runs()));
    }

    /** Probes leave a record each, and no interval logs. */
    CellRunner ofProbes() throws IOException {
        Launcher launcher = forks.open(session, store.folder(), false);
        return new RecordedRuns(store.probes(), interruption, new ForkRuns(hosts, launcher, numbers, null));
    }
}
