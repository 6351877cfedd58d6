package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bus.Guarantee;
import org.busmark.results.Campaigns;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.html.RichCampaign;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of capacities, sweeps and claims. */
final class CapacitiesTest {
    @Test
    void theHighestRateComesFirstAndNoDifferenceIsClaimed() throws IOException {
        String report = MarkdownReport.of(with(capacity("zeromq", 9_000.0, null), capacity("kafka", 61_000.0, null)));

        assertTrue(report.contains("""
                - At PERSISTED, 1 KiB, highest rate with response p99 within 50.0 ms (steady):
                  - **Kafka sustains 61.0k msg/s**, 6.8x what ZeroMQ does (9.00k); one search each, so there is no interval.
                """), report);
        assertTrue(report.contains("""
                | bus    | workload | guarantee | size  | response p99 within | capacity, msg/s | probes | sustained | note |
                |--------|----------|-----------|-------|--------------------:|----------------:|-------:|----------:|------|
                | ZeroMQ | steady   | PERSISTED | 1 KiB |             50.0 ms |           9.00k |      2 |         1 | -    |
                | Kafka  | steady   | PERSISTED | 1 KiB |             50.0 ms |           61.0k |      2 |         1 | -    |
                """), report);
    }

    @Test
    void aBoundAndAFailureSaySo() throws IOException {
        String report = MarkdownReport.of(with(
                capacity("kafka", null, "2,000/s: p99 is 80 ms"),
                capacity("zeromq", 9_000.0, "the machine sends no faster")));

        assertTrue(report.contains("\n  - **ZeroMQ sustains 9.00k msg/s**; one search each"), report);
        assertTrue(report.contains("\n  - Kafka: no rate was sustained: 2,000/s: p99 is 80 ms.\n"), report);
        assertTrue(report.contains("\n  - ZeroMQ: the machine sends no faster.\n"), report);
    }

    @Test
    void withoutASearchNothingIsSaid() throws IOException {
        String report = MarkdownReport.of(Campaigns.quick());

        assertFalse(report.contains("## Capacity") || report.contains("## Latency against load"), report);
        assertFalse(report.contains("## Claims"), report);
    }

    @Test
    void pointsOfASweepStandInTheirOwnTableOnly(@TempDir Path folder) throws IOException {
        String report = MarkdownReport.of(RichCampaign.in(folder, 2));
        String load = section(report, "Latency against load");

        assertEquals(
                16,
                load.lines().filter(line -> line.contains("kilobyte-open-loop")).count());
        assertTrue(load.contains("|       105 % |"), load);
        assertFalse(section(report, "Response").contains("kilobyte-open-loop"));
        assertFalse(report.contains("msg/s (kilobyte-open-loop)"), "no answer for a point of a sweep");
        assertTrue(section(report, "Ledger").contains("kilobyte-open-loop"), "every message of every cell");
    }

    @Test
    void claimsStandWithTheirVerdictsAndTheirEvidence() throws IOException {
        RunDocument quick = Campaigns.quick();
        ClaimRecord claim = new ClaimRecord(
                "kafka-throughput",
                "2.1",
                "Kafka moves <most>.",
                ClaimVerdict.REFUTED,
                List.of(new Evidence(List.of("stream-kafka"), "ZeroMQ moves 4.1x", 4.1)));
        String claims = section(MarkdownReport.of(document(quick, List.of(claim), List.of())), "Claims");

        assertEquals("""
                | claim            | section | statement                 | verdict |
                |------------------|---------|---------------------------|---------|
                | kafka-throughput | 2.1     | Kafka moves &lt;most&gt;. | REFUTED |

                - kafka-throughput, REFUTED:
                  - ZeroMQ moves 4.1x
                """, claims);
    }

    private static String section(String report, String title) {
        String from = "\n## " + title + "\n\n";
        int start = report.indexOf(from) + from.length();
        assertTrue(start >= from.length(), () -> "no " + title + " in " + report);
        return report.substring(start, report.indexOf("\n## ", start));
    }

    private static CapacityRecord capacity(String bus, @Nullable Double perSecond, @Nullable String reason) {
        return new CapacityRecord(
                bus,
                "steady",
                Guarantee.PERSISTED,
                1024,
                50_000,
                perSecond,
                reason,
                List.of(
                        new CapacityRecord.Probe(2_000, true, null, 900.0),
                        new CapacityRecord.Probe(90_000, false, "backlog grows", null)),
                List.of());
    }

    private static RunDocument with(CapacityRecord... capacities) throws IOException {
        return document(Campaigns.quick(), List.of(), List.of(capacities));
    }

    private static RunDocument document(RunDocument quick, List<ClaimRecord> claims, List<CapacityRecord> capacities) {
        return new RunDocument(
                1,
                quick.runId(),
                quick.startedAt(),
                quick.harness(),
                1,
                null,
                quick.environment(),
                quick.buses(),
                List.of(),
                quick.cells(),
                quick.comparisons(),
                claims,
                List.of(),
                capacities);
    }
}
