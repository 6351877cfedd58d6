package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.busmark.results.record.AtomicFile;
import org.busmark.results.record.CampaignRecord;
import org.busmark.results.record.CampaignRecordFile;
import org.busmark.results.record.ProgressRecord;

/**
 * Everything that a campaign has so far, in memory and in its folder: what was asked for, the record of each run, and
 * what was found beside. A change is in its file before the method that makes it returns, so that a killed campaign
 * loses at most the run that was under way. Thread-safe.
 */
final class CampaignStore {
    /** Within a campaign's folder. */
    static final String RUNS = "runs";

    private static final String PROBES = "probes";

    private final Path folder;
    private final CampaignRecord campaign;
    private final RunRecords runs;
    private final RunRecords probes;
    private ProgressRecord progress;

    private CampaignStore(Path folder, CampaignRecord campaign, ProgressRecord progress) throws IOException {
        this.folder = folder;
        this.campaign = campaign;
        this.progress = progress;
        this.runs = RunRecords.in(folder.resolve(RUNS));
        this.probes = RunRecords.in(folder.resolve(RUNS).resolve(PROBES));
    }

    /** Whether a folder holds one. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(CampaignRecordFile.NAME));
    }

    /** A new one. */
    static CampaignStore begin(Path folder, CampaignRecord campaign) throws IOException {
        Files.createDirectories(folder);
        CampaignRecordFile.write(folder, campaign);
        return new CampaignStore(folder, campaign, ProgressRecord.NONE);
    }

    /**
     * One that is there.
     *
     * @throws org.busmark.results.record.UnreadableRecordException if a file of it is not what it should be
     */
    static CampaignStore open(Path folder) throws IOException {
        return new CampaignStore(folder, CampaignRecordFile.read(folder), CampaignRecordFile.readProgress(folder));
    }

    Path folder() {
        return folder;
    }

    CampaignRecord campaign() {
        return campaign;
    }

    /** The runs of cells. */
    RunRecords runs() {
        return runs;
    }

    /** The runs that a search for a capacity made. */
    RunRecords probes() {
        return probes;
    }

    synchronized ProgressRecord progress() {
        return progress;
    }

    synchronized void update(UnaryOperator<ProgressRecord> change) throws IOException {
        ProgressRecord changed = change.apply(progress);
        CampaignRecordFile.write(folder, changed);
        progress = changed;
    }

    /** Removes what a killed session was writing. */
    void clean() throws IOException {
        AtomicFile.removeUnfinished(folder);
        runs.clean();
        probes.clean();
    }
}
