package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busmark.bench.fakes.GuardedAdapter;
import org.busmark.bench.fakes.UnobtainableAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bus.Guarantee;
import org.busmark.latency.IntervalLog;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns from request to folder, with real JMH forks. Short, so their figures mean nothing. */
@Timeout(180)
final class CampaignTest {
    private static final Workload STREAM = brief("small-stream");
    private static final Workload OPEN_LOOP = brief("small-open-loop");
    private static final Workload ROUND_TRIP = brief("small-round-trip");

    @TempDir
    Path folder = Path.of("");

    @Test
    void measuresEveryCellAndLeavesOnlyItsFolder() throws IOException {
        List<Workload> workloads =
                List.of(STREAM, OPEN_LOOP, ROUND_TRIP, OPEN_LOOP.withGuarantee(Guarantee.ACKNOWLEDGED));
        CampaignRun run = CampaignRun.of(folder, workloads, "loopback", "zeromq");
        assertEquals(0, run.status(), run::told);
        RunDocument document = run.document();
        assertEquals(
                List.of("loopback", "zeromq"),
                document.buses().stream().map(BusRecord::bus).toList());
        assertEquals(
                Stream.of(STREAM, OPEN_LOOP, ROUND_TRIP)
                        .flatMap(work -> Stream.of("loopback " + work.name(), "zeromq " + work.name()))
                        .toList(),
                document.cells().stream()
                        .map(cell -> cell.bus() + " " + cell.workload())
                        .toList());
        assertAll(document.cells().stream().map(cell -> () -> assertCounted(run.out(), cell)));
        assertEquals(2, document.notOffered().size());
        NotOffered refused = document.notOffered().get(0);
        assertEquals("loopback", refused.bus());
        assertEquals(Guarantee.ACKNOWLEDGED, refused.guarantee());
        assertTrue(refused.reason().contains("not ACKNOWLEDGED"), refused.reason());
        assertJmh(run.out().resolve("jmh.json"));
        assertTrue(run.printed().contains("small-open-loop"), run::printed);
        assertTrue(Files.readString(run.out().resolve("report.md")).contains("ZeroMQ"));
        assertTrue(Files.readString(run.out().resolve("report.html")).contains("ZeroMQ"));
        assertEquals(
                List.of("./busmark", "run", "--a-test", "--seed", "42"),
                document.harness().command());
        assertEquals(42, document.seed());
    }

    private static void assertCounted(Path out, CellRecord cell) throws IOException {
        assertNotEquals(Verdict.INVALID, cell.verdict(), () -> cell.reasons().toString());
        LedgerRecord ledger = Objects.requireNonNull(cell.ledger());
        assertTrue(ledger.attempted() > 0);
        assertEquals(ledger.attempted(), ledger.delivered());
        assertEquals(ledger.delivered(), ledger.ok());
        assertEquals(0, ledger.lost());
        assertEquals(0, ledger.unexpected() + ledger.corrupted() + ledger.outOfOrder() + ledger.duplicated());
        boolean open = cell.benchmark().equals("OpenLoopBenchmark");
        assertEquals(open, cell.response() != null);
        assertNotNull(cell.service());
        assertNotNull(cell.cost());
        assertEquals(1, cell.throughput().runs());
        assertEquals("random", cell.work().get("payload"));
        RunRecord round = cell.runs().get(0);
        assertNotNull(round.clientVersion());
        assertFalse(round.histogramFiles().isEmpty());
        for (Map.Entry<SeriesKind, String> file : round.histogramFiles().entrySet()) {
            assertEquals(
                    Objects.requireNonNull(round.series(file.getKey())).count(),
                    IntervalLog.read(out.resolve(file.getValue())).getTotalCount(),
                    file.getValue());
        }
    }

    private static void assertJmh(Path file) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(file.toFile());
        assertEquals(6, entries.size());
        Set<String> seen = new HashSet<>();
        for (JsonNode entry : entries) {
            seen.add(entry.at("/params/bus").asText() + " "
                    + entry.at("/params/workload").asText());
            assertTrue(entry.at("/primaryMetric/score").asDouble() > 0, entry::toPrettyString);
            assertTrue(entry.at("/secondaryMetrics/service.p50/score").isNumber(), entry::toPrettyString);
        }
        assertEquals(6, seen.size());
    }

    @Test
    void whatFailsAndWhatCannotBeHadStopsNothingElse() throws IOException {
        Workload refused = renamed("refused", Map.of("loopback", Map.of("nonsense", "1")));
        CampaignRun run = CampaignRun.of(folder, List.of(refused, OPEN_LOOP), "loopback", UnobtainableAdapter.ID);
        // An INVALID run wins over what the machine lacks.
        assertEquals(1, run.status(), run::told);
        RunDocument document = run.document();
        assertEquals(2, document.cells().size());
        CellRecord invalid = document.cells().get(0);
        assertEquals(Verdict.INVALID, invalid.verdict());
        assertNull(invalid.throughput().medianPerSecond());
        String reason = invalid.reasons().get(0);
        assertTrue(reason.contains("org.busmark.bus.BusException: loopback has no settings; found: nonsense"), reason);
        assertEquals(1, reason.lines().count(), reason);
        CellRecord other = document.cells().get(1);
        assertNotEquals(Verdict.INVALID, other.verdict(), () -> other.reasons().toString());
        assertLacking(document, run);
    }

    @Test
    void aBusThatCannotBeHadIsSaidWithItsRemedy() throws IOException {
        CampaignRun run = CampaignRun.printingJson(folder, List.of(STREAM), "loopback", UnobtainableAdapter.ID);
        assertEquals(4, run.status(), run::told);
        RunDocument document = run.document();
        assertEquals(1, document.cells().size());
        assertLacking(document, run);
        assertEquals(Files.readString(run.out().resolve("run.json")), run.printed());
    }

    private static void assertLacking(RunDocument document, CampaignRun run) {
        BusRecord row = document.buses().get(1);
        assertEquals(UnobtainableAdapter.ID, row.bus());
        assertEquals(
                new BusRecord.NotMeasured(UnobtainableAdapter.REASON, UnobtainableAdapter.REMEDY), row.notMeasured());
        for (String text : List.of(run.printed(), run.told())) {
            assertTrue(text.contains(UnobtainableAdapter.REASON) && text.contains(UnobtainableAdapter.REMEDY), text);
        }
    }

    @Test
    void aSecondMeasurementIsRefusedAndTouchesNothing() throws IOException {
        try (MeasurementLock first = MeasurementLock.tryTake().orElseThrow()) {
            CampaignRun run = CampaignRun.of(folder, List.of(STREAM), "loopback");
            assertEquals(4, run.status());
            assertTrue(run.told().contains("another measurement runs on this machine"), run::told);
            assertEquals("", run.printed());
            assertFalse(Files.exists(run.out()));
        }
    }

    @Test
    void aPasswordReachesTheForkAndNobodyElse() throws IOException {
        CampaignRun run = CampaignRun.external(folder, List.of(STREAM), GuardedAdapter.ID, GuardedAdapter.CONNECTION);
        String everything = run.everything();
        assertEquals(0, run.status(), everything);
        assertEquals("external", run.document().buses().get(0).provisioning());
        assertFalse(everything.contains(GuardedAdapter.TELLTALE), everything);
        // The host connects once, to ask for the version; what its client prints there is another matter.
        assertEquals(2, occurrences(run.stray(), GuardedAdapter.CHAT), run.stray());
        Integer made = run.document().cells().get(0).runs().get(0).made();
        try (Stream<Path> logs = Files.list(run.out().resolve("logs"))) {
            assertEquals(
                    2 * Objects.requireNonNullElse(made, 1),
                    occurrences(Files.readString(logs.findFirst().orElseThrow()), GuardedAdapter.CHAT));
        }
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static Workload brief(String name) {
        return BuiltIns.workloadNamed(name).withTimes(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    private static Workload renamed(String name, Map<String, Map<String, String>> settings) {
        Workload w = STREAM;
        return new Workload(
                name,
                w.shape(),
                w.message(),
                w.payload(),
                w.topics(),
                w.partitions(),
                w.keys(),
                w.producers(),
                w.groups(),
                w.consumers(),
                w.guarantee(),
                w.rate(),
                w.window(),
                w.objective(),
                w.warmup(),
                w.duration(),
                settings);
    }
}
