package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.busmark.bench.environment.MachineEnvironment;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ProgressRecord.Session;

/**
 * What one session of a campaign finds out beside the runs: the machine, with its elapsed and stolen time added to those
 * of the sessions before, and the buses. Confined to one thread.
 */
final class Journal {
    private final CampaignStore store;
    private final MachineEnvironment machine;
    private final BusNotes notes;
    private final Path dataDir;
    private final EnvironmentRecord before;
    private final int session;

    private Journal(CampaignStore store, MachineEnvironment machine, BusNotes notes, Path dataDir) {
        this.store = store;
        this.machine = machine;
        this.notes = notes;
        this.dataDir = dataDir;
        this.before = store.progress().environment();
        this.session = store.progress().sessions().size();
    }

    /** Begins a session. */
    static Journal begin(CampaignStore store, MachineEnvironment machine, BusNotes notes, Path dataDir)
            throws IOException {
        Journal journal = new Journal(store, machine, notes, dataDir);
        Session now = new Session(Instant.now(), HarnessVersion.commit().orElse(null));
        store.update(known -> known.with(now));
        return journal;
    }

    /** Which session of the campaign this is, from 0. */
    int session() {
        return session;
    }

    /** Stores what is known by now. */
    void keep() throws IOException {
        EnvironmentRecord now = machine.read(dataDir, ForkLauncher.JVM_OPTIONS).after(before);
        store.update(known -> known.with(now).withBuses(notes.records()));
    }
}
