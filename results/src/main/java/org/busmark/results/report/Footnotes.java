package org.busmark.results.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.record.CellRecord;

/** The reasons of cells, numbered; cells with equal reasons share a number. */
final class Footnotes {
    private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();

    Footnotes(List<CellRecord> cells) {
        for (CellRecord cell : cells) {
            if (!cell.reasons().isEmpty()) {
                numbers.putIfAbsent(cell.reasons(), numbers.size() + 1);
            }
        }
    }

    /** {@code VALID}, or {@code INVALID (2)} with the number of its reasons. */
    String verdict(CellRecord cell) {
        Integer number = numbers.get(cell.reasons());
        return number == null ? cell.verdict().name() : cell.verdict() + " (" + number + ")";
    }

    /** One bullet for each number; nothing when every cell is VALID. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        numbers.forEach((reasons, number) -> text.append("- (")
                .append(number)
                .append(") ")
                .append(MarkdownText.escape(String.join("; ", reasons)))
                .append('\n'));
        return text.toString();
    }
}
