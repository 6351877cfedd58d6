package org.busmark.results.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;

/** The reasons of cells, numbered; cells with equal reasons share a number. */
final class Footnotes {
    /** How many lines a run may fill; {@code run.json} has them all. */
    private static final int LINES_SHOWN = 5;

    private final List<CellRecord> cells;
    private final BusNames names;
    private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();

    Footnotes(RunDocument document) {
        this.cells = document.cells();
        this.names = new BusNames(document);
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
        numbers.forEach((reasons, number) -> text.append(bullet(reasons, number)));
        return text.toString();
    }

    /** The same, and under each bullet what disturbed the clients. */
    String markdownWithDisturbances() {
        StringBuilder text = new StringBuilder();
        numbers.forEach((reasons, number) -> {
            text.append(bullet(reasons, number));
            cells.stream()
                    .filter(cell -> cell.reasons().equals(reasons) && cell.verdict() != Verdict.VALID)
                    .forEach(cell -> cell.runs().forEach(run -> disturbances(cell, run, text)));
        });
        return text.toString();
    }

    private static String bullet(List<String> reasons, int number) {
        return "- (" + number + ") " + MarkdownText.escape(String.join("; ", reasons)) + "\n";
    }

    private void disturbances(CellRecord cell, RunRecord run, StringBuilder text) {
        List<String> lines = run.disturbanceLines();
        if (lines.isEmpty()) {
            return;
        }
        text.append("  - ")
                .append(MarkdownText.escape(names.of(cell.bus())))
                .append(", ")
                .append(MarkdownText.escape(cell.workload()))
                .append(", round ")
                .append(run.round())
                .append(":\n");
        lines.stream()
                .limit(LINES_SHOWN)
                .forEach(line ->
                        text.append("    - ").append(MarkdownText.escape(line)).append('\n'));
        if (lines.size() > LINES_SHOWN) {
            text.append("    - ").append(lines.size() - LINES_SHOWN).append(" more lines in run.json\n");
        }
    }
}
