package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.function.BooleanSupplier;
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
     * For cells that may share a JVM.
     *
     * @param hasTime whether a cold run may be made again
     */
    SharedRuns ofCells(BooleanSupplier hasTime) throws IOException {
        Launcher launcher = forks.open(session, store.folder(), true);
        CellRunner warmed = new WarmedRuns(new ForkRuns(hosts, launcher, numbers, store.runs()), hasTime);
        return new SharedRuns(recorded(store.runs(), warmed), launcher);
    }

    /** For the probes of a search; they leave a record each, and no interval logs. */
    SharedRuns ofProbes() throws IOException {
        Launcher launcher = forks.open(session, store.folder(), false);
        return new SharedRuns(recorded(store.probes(), new ForkRuns(hosts, launcher, numbers, null)), launcher);
    }

    private CellRunner recorded(RunRecords records, CellRunner runs) {
        return new RecordedRuns(records, interruption, new IdleWatch(hosts, notes, runs));
    }
}
