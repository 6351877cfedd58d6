package org.busmark.bench.campaign;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.claims.Claims;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CampaignRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.ProgressRecord;
import org.busmark.results.record.ProgressRecord.Session;
import org.busmark.results.record.RunDocument;
import org.busmark.workload.Cell;

/** Makes {@code run.json} of what a campaign has stored. */
final class DocumentAssembler {
    private final CampaignStore store;
    private final Plan plan;
    private final List<String> cellIds;

    /** @param cellIds in the order of the table */
    DocumentAssembler(CampaignStore store, Plan plan, List<String> cellIds) {
        this.store = store;
        this.plan = plan;
        this.cellIds = cellIds;
    }

    /** @param lacks what of the campaign is missing, in words; empty when nothing is */
    RunDocument assemble(String lacks) throws IOException {
        CampaignRecord campaign = store.campaign();
        ProgressRecord progress = store.progress();
        List<CellRecord> cells = new CellAssembler(new HistogramLogs(store.folder())).assemble(inOrder());
        RunDocument unjudged = new RunDocument(
                RunDocument.SCHEMA_VERSION,
                runId(campaign),
                campaign.startedAt(),
                campaign.harness(),
                campaign.seed(),
                campaign.suite(),
                environment(progress, lacks),
                progress.buses(),
                notOffered(),
                cells,
                ComparisonAssembler.compare(cells, Bounds.IDS),
                List.of(),
                progress.walkthroughs(),
                progress.capacities().stream()
                        .map(capacity -> withMeasuredSweep(capacity, cells))
                        .toList());
        return Claims.builtIn().judged(unjudged);
    }

    /** Runs were shuffled; the table is not. */
    private List<ForkRecord> inOrder() {
        return store.runs().all().stream()
                .sorted(Comparator.comparingInt(
                                (ForkRecord fork) -> cellIds.indexOf(fork.cell().cellId()))
                        .thenComparingInt(fork -> fork.run().round()))
                .toList();
    }

    private String runId(CampaignRecord campaign) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(campaign.startedAt());
        String cells = plan.offered().stream().map(Cell::id).sorted().collect(Collectors.joining());
        return time + "-" + String.format("%08x", (cells + campaign.seed()).hashCode());
    }

    /** A search for the capacity of a workload that is also measured as it is has the same reason. */
    private List<NotOffered> notOffered() {
        return plan.cells().stream()
                .filter(cell -> !cell.isOffered())
                .map(DocumentAssembler::notOffered)
                .distinct()
                .toList();
    }

    private static NotOffered notOffered(PlannedCell planned) {
        Cell cell = planned.cell();
        return new NotOffered(
                cell.bus(),
                cell.workload().name(),
                cell.workload().guarantee(),
                planned.notOffered().orElseThrow());
    }

    /** Of an interrupted sweep only the points that there are. */
    private static CapacityRecord withMeasuredSweep(CapacityRecord capacity, List<CellRecord> cells) {
        Set<String> measured = cells.stream().map(CellRecord::cellId).collect(Collectors.toSet());
        return capacity.withSweep(capacity.sweep().stream()
                .filter(point -> measured.contains(point.cellId()))
                .toList());
    }

    private static EnvironmentRecord environment(ProgressRecord progress, String lacks) {
        Map<String, String> notes = new LinkedHashMap<>();
        if (!lacks.isEmpty()) {
            notes.put("campaign", "not finished: " + lacks);
        }
        if (progress.sessions().size() > 1) {
            notes.put("sessions", sessions(progress.sessions()));
        }
        for (BusRecord bus : progress.buses()) {
            Double share = bus.idleCpuShare();
            if (share != null) {
                notes.put(
                        "idle CPU of " + bus.displayName(),
                        String.format(
                                Locale.ROOT, "%.1f %% of one processor while other buses were measured", share * 100));
            }
        }
        return progress.environment().noting(notes);
    }

    private static String sessions(List<Session> sessions) {
        String times =
                sessions.stream().map(session -> session.startedAt().toString()).collect(Collectors.joining(", "));
        Set<String> commits = sessions.stream()
                .map(session -> Objects.requireNonNullElse(session.commit(), "unknown"))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return sessions.size() + ", the campaign was interrupted between them; started " + times
                + (commits.size() > 1 ? "; not all by the same commit: " + String.join(", ", commits) : "");
    }
}
