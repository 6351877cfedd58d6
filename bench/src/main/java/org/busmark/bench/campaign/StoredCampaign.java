package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.capacity.Sweep;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusAdapter;
import org.busmark.results.record.CampaignRecordFile;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.UnreadableRecordException;

/**
 * A campaign as its folder has it, whether it ended, was interrupted or was killed: {@code campaign.json} says what was
 * asked for, {@code runs/} holds the record of each run that ended, {@code progress.json} what was found beside. From
 * these and the interval logs comes the document; {@code run.json} is not looked at.
 */
public final class StoredCampaign {
    private final CampaignStore store;
    private final Plan plan;
    private final OpenWork open;

    private StoredCampaign(CampaignStore store, Plan plan) {
        this.store = store;
        this.plan = plan;
        this.open = new OpenWork(plan, store);
    }

    /** Whether a folder holds one. */
    public static boolean isIn(Path folder) {
        return CampaignStore.isIn(folder);
    }

    /**
     * Opens it.
     *
     * @throws UnreadableRecordException if a file is not what it should be; one line for people
     * @throws IOException if a file cannot be read at all
     */
    public static StoredCampaign open(Path folder) throws IOException {
        CampaignStore store = CampaignStore.open(folder);
        Path file = folder.resolve(CampaignRecordFile.NAME);
        CampaignRequest request = RequestRecord.request(store.campaign(), folder, Map.of());
        return of(
                store,
                Plan.of(
                        request.work(),
                        adapters(file, "buses", request.buses()),
                        adapters(file, "bounds", request.bounds())));
    }

    private static List<BusAdapter> adapters(Path file, String field, List<String> ids)
            throws UnreadableRecordException {
        InstalledAdapters installed = InstalledAdapters.load();
        try {
            return ids.stream().map(installed::get).toList();
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException(file + ": " + field + ": " + e.getMessage(), e);
        }
    }

    static StoredCampaign of(CampaignStore store, Plan plan) throws UnreadableRecordException {
        StoredCampaign campaign = new StoredCampaign(store, plan);
        campaign.refuseStrangers();
        return campaign;
    }

    private void refuseStrangers() throws UnreadableRecordException {
        Set<String> own = new HashSet<>(cellIds());
        for (ForkRecord run : store.runs().all()) {
            if (!own.contains(run.cell().cellId())) {
                throw new UnreadableRecordException(store.folder().resolve(CampaignStore.RUNS) + ": cell "
                        + run.cell().cellId() + " is not of this campaign; allowed: runs of the cells that "
                        + CampaignRecordFile.NAME + " asks for");
            }
        }
    }

    /** In the order of the table: the plan's, then each sweep from the smallest share up. */
    private List<String> cellIds() {
        List<String> ids = new ArrayList<>();
        plan.offered().forEach(cell -> ids.add(cell.id()));
        for (PlannedCell planned : plan.searched()) {
            open.sweep(planned).stream().map(Sweep.Point::cell).forEach(cell -> ids.add(cell.id()));
        }
        return ids;
    }

    /**
     * What was asked for, to go on with it.
     *
     * @param connections bus to connection in native names, of the buses that {@link #connectionFiles} names
     * @throws UnreadableRecordException if {@code campaign.json} has a value that is not allowed
     */
    public CampaignRequest request(Map<String, Map<String, String>> connections) throws UnreadableRecordException {
        return RequestRecord.request(store.campaign(), store.folder(), connections);
    }

    /**
     * The first thing in which another request asks for something else, in words; empty when it would go on with this
     * campaign. Folders and the words of the command may differ.
     */
    public Optional<String> difference(CampaignRequest other) throws UnreadableRecordException {
        return RequestRecord.difference(request(Map.of()), other);
    }

    /** Where its external brokers' addresses stand. */
    public Map<String, Path> connectionFiles() {
        Map<String, Path> files = new LinkedHashMap<>();
        store.campaign().connectionFiles().forEach((bus, file) -> files.put(bus, Path.of(file)));
        return files;
    }

    /** Whether every run, search and walkthrough that was asked for is recorded. */
    public boolean isFinished() {
        return open.isDone();
    }

    /** How many runs are recorded, probes of a search not counted. */
    public int runsRecorded() {
        return store.runs().all().size();
    }

    /** What is still to be done. */
    public Forecast left() {
        return open.forecast();
    }

    /** What there is, as a document. */
    public RunDocument document() throws IOException {
        Forecast left = left();
        return new DocumentAssembler(store, plan, cellIds())
                .assemble(isFinished() ? "" : left.runsDone() + " of " + left.runs() + " runs were made");
    }

    /** The document and everything that is made of it, in the campaign's folder. */
    RunDocument write() throws IOException {
        RunDocument document = document();
        RunFolder.write(store.folder(), document, JmhResults.of(store, cellIds()));
        return document;
    }

    /** The same while the JVM ends, where nobody can be told in another way. */
    void writeAtLast(ProgressLine progress) {
        String resumed = "./busmark run --resume --out " + store.folder() + " goes on";
        try {
            if (runsRecorded() == 0) {
                progress.message("busmark: interrupted before the first run ended; " + resumed);
                return;
            }
            write();
            progress.message("busmark: interrupted with " + runsRecorded() + " runs recorded; report: "
                    + store.folder().resolve(RunFolder.REPORT) + "; " + resumed);
        } catch (IOException | RuntimeException e) {
            progress.message("busmark: interrupted; no report could be written: " + e.getMessage() + "; " + resumed);
        }
    }
}
