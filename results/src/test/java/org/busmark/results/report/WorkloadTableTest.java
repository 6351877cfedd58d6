package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.junit.jupiter.api.Test;

final class WorkloadTableTest {
    @Test
    void whatAllShareStandsOnceAndTheRestInATable() {
        assertTrue(report(
                        working(MadeUp.stream("kafka"), work("queue", "30000")),
                        working(MadeUp.stream("zeromq"), work("queue", "30000")),
                        working(MadeUp.roundTrip("kafka"), work("round-trip", "1")))
                .contains("""

                        ## Workloads

                        In every one: partitions 1, keys none.

                        | workload     | message | pattern    | window |
                        |--------------|---------|------------|--------|
                        | small-stream | 100 B   | queue      | 30000  |
                        | ping-pong    | 100 B   | round-trip | 1      |

                        ## Settings side by side
                        """));
    }

    @Test
    void oneWorkloadAtTwoObjectivesHasTwoLines() {
        String report = report(
                working(MadeUp.stream("kafka"), Map.of("objective", "100 ms")),
                working(MadeUp.stream("zeromq"), Map.of("objective", "250 ms")));
        assertTrue(report.contains("""
                ## Workloads

                | workload     | message | objective |
                |--------------|---------|-----------|
                | small-stream | 100 B   | 100 ms    |
                | small-stream | 100 B   | 250 ms    |
                """), report);
    }

    @Test
    void olderFilesTellNothing() throws IOException {
        assertFalse(MarkdownReport.of(Campaigns.quick()).contains("## Workloads"));
    }

    private static Map<String, String> work(String pattern, String window) {
        Map<String, String> work = new LinkedHashMap<>();
        work.put("pattern", pattern);
        work.put("partitions", "1");
        work.put("keys", "none");
        work.put("window", window);
        return work;
    }

    private static ForkRecord working(CellCoordinates cell, Map<String, String> work) {
        return new ForkRecord(
                OtherCampaign.working(cell, work),
                MadeUp.streamRun(cell.bus(), 1, 500_000).run());
    }

    private static String report(ForkRecord... forks) {
        return MarkdownReport.of(OtherCampaign.of(List.of(forks)).document());
    }
}
