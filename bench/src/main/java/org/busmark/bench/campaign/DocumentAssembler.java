package org.busmark.bench.campaign;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bench.environment.MachineEnvironment;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.claims.Claims;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.RunDocument;
import org.busmark.workload.Cell;

/** Makes {@code run.json} of what a campaign gathered. */
final class DocumentAssembler {
    private final CampaignRequest request;
    private final Plan plan;
    private final Instant startedAt;

    DocumentAssembler(CampaignRequest request, Plan plan, Instant startedAt) {
        this.request = request;
        this.plan = plan;
        this.startedAt = startedAt;
    }

    RunDocument assemble(MachineEnvironment environment, Campaign.Outcome outcome) throws IOException {
        List<CellRecord> cells =
                new CellAssembler(new HistogramLogs(request.out())).assemble(inPlanOrder(outcome.forks));
        return Claims.builtIn()
                .judged(new RunDocument(
                        RunDocument.SCHEMA_VERSION,
                        runId(),
                        startedAt,
                        new HarnessRecord(
                                HarnessVersion.version(),
                                HarnessVersion.commit().orElse(null),
                                commandToRepeat()),
                        request.seed(),
                        request.suiteName(),
                        environment.read(request.dataDir(), ForkLauncher.JVM_OPTIONS),
                        outcome.buses,
                        notOffered(),
                        cells,
                        ComparisonAssembler.compare(cells, Bounds.IDS),
                        List.of(),
                        outcome.walkthroughs,
                        outcome.capacities));
    }

    /** With the seed, so that cells run in the same order. */
    private List<String> commandToRepeat() {
        List<String> words = new ArrayList<>(List.of("./busmark"));
        words.addAll(request.commandLine());
        if (!words.contains("--seed")) {
            words.addAll(List.of("--seed", String.valueOf(request.seed())));
        }
        return words;
    }

    /** Runs were shuffled; the table is not. */
    private List<ForkRecord> inPlanOrder(List<ForkRecord> forks) {
        List<String> order = plan.offered().stream().map(Cell::id).toList();
        return forks.stream()
                .sorted(Comparator.comparingInt(
                                (ForkRecord fork) -> order.indexOf(fork.cell().cellId()))
                        .thenComparingInt(fork -> fork.run().round()))
                .toList();
    }

    private String runId() {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(startedAt);
        String cells = plan.offered().stream().map(Cell::id).sorted().collect(Collectors.joining());
        return time + "-" + String.format("%08x", (cells + request.seed()).hashCode());
    }

    private List<NotOffered> notOffered() {
        return plan.cells().stream()
                .filter(cell -> !cell.isOffered())
                .map(DocumentAssembler::notOffered)
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
}
