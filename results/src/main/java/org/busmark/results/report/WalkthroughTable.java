package org.busmark.results.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.WalkthroughRecord;

/** The source document's example: which of its messages came, from which partition, in which order. */
final class WalkthroughTable {
    private WalkthroughTable() {}

    static Table of(RunDocument document) {
        BusNames names = new BusNames(document);
        List<List<String>> rows = document.walkthroughs().stream()
                .map(walkthrough -> List.of(
                        names.of(walkthrough.bus()),
                        walkthrough.guarantee().name(),
                        variant(walkthrough),
                        outcomes(walkthrough),
                        read(walkthrough),
                        arrivals(walkthrough.arrivals()),
                        order(walkthrough),
                        Objects.requireNonNullElse(walkthrough.failure(), "-")))
                .toList();
        return Table.ofText(
                List.of(
                        "bus",
                        "guarantee",
                        "steps",
                        "outcome of the sends",
                        "read",
                        "arrivals by partition",
                        "order",
                        "failure"),
                rows);
    }

    /** What was done, a numbered list for each row of the table. */
    static List<Block> steps(RunDocument document) {
        BusNames names = new BusNames(document);
        return document.walkthroughs().stream()
                .flatMap(walkthrough -> Stream.<Block>of(
                        Prose.of(names.of(walkthrough.bus()) + ", " + variant(walkthrough) + ":"),
                        new Numbered(walkthrough.steps())))
                .toList();
    }

    private static String variant(WalkthroughRecord walkthrough) {
        return switch (walkthrough.variant()) {
            case AS_WRITTEN -> "as written";
            case MENDED -> "mended";
        };
    }

    /** How often each outcome, in the order of their first: {@code 9 ACKNOWLEDGED, 1 UNKNOWN}. */
    private static String outcomes(WalkthroughRecord walkthrough) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        walkthrough.sent().forEach(sent -> counts.merge(sent.outcome(), 1, Integer::sum));
        return counts.isEmpty()
                ? "nothing was sent"
                : counts.entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** Different messages: one that came twice was read once. */
    private static String read(WalkthroughRecord walkthrough) {
        long different = walkthrough.arrivals().stream()
                .mapToInt(WalkthroughRecord.Arrival::message)
                .filter(message -> message >= 0)
                .distinct()
                .count();
        return different + " of " + walkthrough.sent().size();
    }

    /** As they came; the partition is said again where it changes. */
    private static String arrivals(List<WalkthroughRecord.Arrival> arrivals) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arrivals.size(); i++) {
            int partition = arrivals.get(i).partition();
            if (i == 0 || partition != arrivals.get(i - 1).partition()) {
                text.append(i == 0 ? "" : "; ").append('p').append(partition).append(':');
            }
            int message = arrivals.get(i).message();
            text.append(' ').append(message < 0 ? "?" : String.valueOf(message));
        }
        return text.isEmpty() ? "none" : text.toString();
    }

    private static String order(WalkthroughRecord walkthrough) {
        if (walkthrough.arrivals().isEmpty()) {
            return "-";
        }
        if (walkthrough.inOrder()) {
            return "as sent";
        }
        return walkthrough.inOrderWithinPartitions() ? "within partitions" : "broken";
    }
}
