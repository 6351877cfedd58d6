package org.busmark.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.report.Bullets.Bullet;

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

    /** A point for each number, in their order; none when every cell is VALID. */
    Bullets bullets() {
        return new Bullets(numbers.entrySet().stream()
                .map(entry -> new Bullet(text(entry.getKey(), entry.getValue())))
                .toList());
    }

    /** The same, and under each point what disturbed the clients. */
    Bullets bulletsWithDisturbances() {
        return new Bullets(numbers.entrySet().stream()
                .map(entry -> new Bullet(text(entry.getKey(), entry.getValue()), disturbances(entry.getKey())))
                .toList());
    }

    private static Prose text(List<String> reasons, int number) {
        return Prose.of("(" + number + ") " + String.join("; ", reasons));
    }

    private List<Bullet> disturbances(List<String> reasons) {
        return cells.stream()
                .filter(cell -> cell.reasons().equals(reasons) && cell.verdict() != Verdict.VALID)
                .flatMap(cell -> cell.runs().stream().flatMap(run -> disturbances(cell, run)))
                .toList();
    }

    private Stream<Bullet> disturbances(CellRecord cell, RunRecord run) {
        List<String> lines = run.disturbanceLines();
        if (lines.isEmpty()) {
            return Stream.empty();
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES_SHOWN, lines.size())));
        if (lines.size() > LINES_SHOWN) {
            shown.add(lines.size() - LINES_SHOWN + " more lines in run.json");
        }
        String where = names.of(cell.bus()) + ", " + cell.workload() + ", round " + run.round() + ":";
        return Stream.of(new Bullet(
                Prose.of(where),
                shown.stream().map(line -> new Bullet(Prose.of(line))).toList()));
    }
}
