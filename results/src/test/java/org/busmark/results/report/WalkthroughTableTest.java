package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busmark.bus.Guarantee;
import org.busmark.results.MadeUp;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WalkthroughTableTest {
    @Test
    void saysWhichMessagesCameFromWhereInWhichOrder() {
        List<String> rows = rows(
                walkthrough(Variant.AS_WRITTEN, null),
                walkthrough(Variant.MENDED, null, at(2, 0), at(2, 1), at(2, 2)),
                walkthrough(Variant.MENDED, null, at(0, 1), at(1, 0), at(0, 2)),
                walkthrough(Variant.MENDED, null, at(0, 1), at(0, 0), at(0, 1)),
                walkthrough(Variant.MENDED, "connection refused", at(1, -1)));

        assertEquals(
                List.of(
                        "Kafka|PERSISTED|as written|3 REJECTED|0 of 3|none|-|-",
                        "Kafka|PERSISTED|mended|3 ACKNOWLEDGED|3 of 3|p2: 0 1 2|as sent|-",
                        "Kafka|PERSISTED|mended|3 ACKNOWLEDGED|3 of 3|p0: 1; p1: 0; p0: 2|within partitions|-",
                        "Kafka|PERSISTED|mended|3 ACKNOWLEDGED|2 of 3|p0: 1 0 1|broken|-",
                        "Kafka|PERSISTED|mended|3 ACKNOWLEDGED|0 of 3|p1: ?|as sent|connection refused"),
                rows);
    }

    @Test
    void stepsStandInTheReport() {
        String report = MarkdownReport.of(document(walkthrough(Variant.AS_WRITTEN, null)));

        assertTrue(report.contains("\nKafka, as written:\n\n1. create a topic\n2. send \\`three\\`\n"), report);
    }

    @Test
    void outcomesAreCountedInTheOrderOfTheirFirst() {
        WalkthroughRecord torn = new WalkthroughRecord(
                "kafka",
                Guarantee.PERSISTED,
                Variant.MENDED,
                List.of(),
                List.of(new Sent(0, "a", "UNKNOWN"), new Sent(1, "a", "ACKNOWLEDGED"), new Sent(2, "a", "UNKNOWN")),
                List.of(),
                null);
        WalkthroughRecord nothing = new WalkthroughRecord(
                "kafka", Guarantee.PERSISTED, Variant.MENDED, List.of(), List.of(), List.of(), "no topic");

        assertEquals(
                List.of(
                        "Kafka|PERSISTED|mended|2 UNKNOWN, 1 ACKNOWLEDGED|0 of 3|none|-|-",
                        "Kafka|PERSISTED|mended|nothing was sent|0 of 0|none|-|no topic"),
                rows(torn, nothing));
    }

    @Test
    void withoutCellsThereIsNoVerdictAndTheWalkthroughComesFirst() {
        List<String> lines = MarkdownReport.of(document(walkthrough(Variant.MENDED, null, at(2, 0))))
                .lines()
                .filter(line -> !line.isEmpty())
                .limit(4)
                .toList();

        assertEquals("**Not measured: RabbitMQ** (why and what mends it stands below).", lines.get(1));
        assertEquals("## Walkthrough", lines.get(2));
        assertTrue(lines.get(3).startsWith("| bus "), lines.get(3));
        assertFalse(
                MarkdownReport.of(document(walkthrough(Variant.MENDED, null))).contains("Verdict"));
        assertTrue(MarkdownReport.of(document()).contains("**Nothing was measured.** **Not measured: RabbitMQ**"));
    }

    @Test
    void nothingIsSaidOfAWalkthroughThatNobodyAskedFor() {
        assertFalse(MarkdownReport.of(document()).contains("Walkthrough"));
        assertFalse(TextTable.of(document()).contains("outcome of the sends"));
    }

    private static List<String> rows(WalkthroughRecord... walkthroughs) {
        return TextTable.of(document(walkthroughs))
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.substring(2, line.length() - 2).strip().replaceAll(" *[|] *", "|"))
                .toList();
    }

    private static RunDocument document(WalkthroughRecord... walkthroughs) {
        RunDocument empty = MadeUp.document(List.of(), List.of());
        return new RunDocument(
                1,
                empty.runId(),
                empty.startedAt(),
                empty.harness(),
                1,
                null,
                empty.environment(),
                empty.buses(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(walkthroughs),
                List.of());
    }

    private static WalkthroughRecord walkthrough(Variant variant, @Nullable String failure, Arrival... arrivals) {
        String outcome = variant == Variant.AS_WRITTEN ? "REJECTED" : "ACKNOWLEDGED";
        List<Sent> sent = new ArrayList<>();
        IntStream.range(0, 3).forEach(message -> sent.add(new Sent(message, "key", outcome)));
        return new WalkthroughRecord(
                "kafka",
                Guarantee.PERSISTED,
                variant,
                List.of("create a topic", "send `three`"),
                sent,
                List.of(arrivals),
                failure);
    }

    private static Arrival at(int partition, int message) {
        return new Arrival(message, partition);
    }
}
