package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.claims.Claims;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in claims ask for nothing that suite {@code standard} does not measure. */
final class StandardSuiteDecidesTest {
    private static final Set<String> SYSTEMS = Set.of("kafka", "rabbitmq", "zeromq");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void thereIsSuchASuite() {
        assumeTrue(
                BuiltIns.suites().stream().anyMatch(suite -> suite.name().equals("standard")),
                "there is no suite standard yet");
    }

    @Test
    void nothingIsMissingWhenAllItsCellsAreThere() throws IOException {
        List<CellRecord> cells = cells();
        assertFalse(cells.isEmpty());
        RunDocument left = LeftRun.document();
        RunDocument whole = new RunDocument(
                left.schemaVersion(),
                left.runId(),
                left.startedAt(),
                left.harness(),
                left.seed(),
                "standard",
                left.environment(),
                left.buses(),
                List.of(),
                cells,
                ComparisonAssembler.compare(cells, Set.of("tcp", "loopback")),
                List.of(),
                left.walkthroughs(),
                left.capacities());
        Set<String> missing = new TreeSet<>();
        for (ClaimRecord claim : Claims.builtIn().judge(whole)) {
            claim.evidence().stream()
                    .map(Evidence::text)
                    // The walkthrough is a workload of its own, and has no cells to be made up.
                    .filter(text -> text.startsWith("missing: ") && !text.contains("walkthrough"))
                    .forEach(text -> missing.add(claim.id() + ": " + text));
        }
        assertEquals(Set.of(), missing);
    }

    /** Every cell that the plan names, as if each round had gone well. */
    private List<CellRecord> cells() throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--suite", "standard", "--plan", "--json"), run::err);
        List<ForkRecord> forks = new ArrayList<>();
        for (JsonNode cell : new ObjectMapper().readTree(run.out()).get("cells")) {
            CellCoordinates where = coordinates(cell);
            if (SYSTEMS.contains(where.bus()) && !where.workload().equals("walkthrough")) {
                for (int round = 1; round <= cell.get("rounds").asInt(); round++) {
                    forks.add(new ForkRecord(where, run(where, round)));
                }
            }
        }
        return new CellAssembler((kind, runs) -> Optional.ofNullable(runs.get(0).series(kind))).assemble(forks);
    }

    private static CellCoordinates coordinates(JsonNode cell) {
        String workload = cell.get("workload").asText();
        JsonNode rate = cell.get("rate");
        String benchmark = workload.contains("round-trip") ? "RoundTripBenchmark" : "StreamBenchmark";
        return new CellCoordinates(
                cell.get("cellId").asText(),
                cell.get("bus").asText(),
                workload,
                Guarantee.valueOf(cell.get("guarantee").asText()),
                rate.isNumber() ? Rate.perSecond(rate.asDouble()) : Rate.MAX,
                cell.get("messageBytes").asInt(),
                rate.isNumber() ? "OpenLoopBenchmark" : benchmark);
    }

    private static RunRecord run(CellCoordinates where, int round) {
        double slower = 1 + where.bus().length() + 0.01 * round * round;
        SeriesRecord series = new SeriesRecord(
                100 * slower, 200.0, 300 * slower, null, null, 400.0 * slower, 100_000, 1, null, null, 0, 0);
        return new RunRecord(
                round,
                Verdict.VALID,
                List.of(),
                1e6 / slower,
                series,
                series,
                null,
                null,
                null,
                new LedgerRecord(10, 10, 0, 10, 10, 0, 0, 0, 0, 0, 0, 0, List.of(), 10, 0, 0, 0),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                "1",
                "1",
                Map.of("broker.metadata.quorum", "KRaft, leader 1 of voters 1", "broker.platform", "Erlang/OTP 27"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
