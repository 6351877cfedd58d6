package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.record.ForkRecord;
import org.junit.jupiter.api.Test;

/** Each made-up run's p99 is ten times its median; the merged one is the first run's. */
final class OfRoundsTest {
    @Test
    void fewRoundsShowTheirSmallestAndLargest() throws IOException {
        assertTrue(row(100, 9_000, 300).contains(" 1.00 ms | 3.00 ms (1.00..90.0) |"));
        assertTrue(row(100, 200, 400, 300).contains(" 1.00 ms | 2.50 ms (1.00..4.00) |"));
    }

    @Test
    void oneRoundShowsItself() throws IOException {
        assertTrue(row(100).contains(" 1.00 ms |       1.00 ms |"), row(100));
    }

    @Test
    void fiveRoundsShowTheInterval() throws IOException {
        String row = row(100, 110, 90, 105, 95);

        assertTrue(row.contains(" 1.00 ms | 1.00 ms [0.904, 1.10] |"), row);
        assertFalse(row.contains(".."), row);
    }

    private static String row(double... medianUs) throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < medianUs.length; i++) {
            forks.add(MadeUp.openLoopRun("kafka", i + 1, medianUs[i]));
        }
        return MarkdownReport.of(Campaigns.of(forks))
                .lines()
                .dropWhile(line -> !line.equals("## Response"))
                .filter(line -> line.startsWith("| Kafka"))
                .findFirst()
                .orElseThrow();
    }
}
