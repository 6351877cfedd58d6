package org.busmark.results.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CellRecord;
import org.busmark.results.report.Report;

/** Reads each cell's histogram logs once. One that cannot be read costs its cell's line and not the page. */
final class RecordedTimes {
    private final HistogramLogs logs;
    private final Map<String, Optional<CellTimes>> known = new LinkedHashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    RecordedTimes(HistogramLogs logs) {
        this.logs = logs;
    }

    /** Without INVALID cells, which show no number, and without those whose logs cannot be read. */
    List<CellTimes> of(List<CellRecord> cells) {
        return cells.stream().flatMap(cell -> of(cell).stream()).toList();
    }

    /** A line for each cell that is not among these. */
    List<String> leftOut(List<CellRecord> cells, Report report) {
        List<String> lines = new ArrayList<>();
        for (CellRecord cell : cells) {
            if (of(cell).isEmpty()) {
                String why = cell.verdict() == Verdict.INVALID
                        ? "its cell is INVALID"
                        : "a histogram of its runs is missing or not whole";
                lines.add(report.name(cell.bus()) + " is left out of the picture: " + why + ".");
            }
        }
        return lines;
    }

    /** A line for each log that could not be read, with its file. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<CellTimes> of(CellRecord cell) {
        return cell.verdict() == Verdict.INVALID
                ? Optional.empty()
                : known.computeIfAbsent(cell.cellId(), any -> read(cell));
    }

    private Optional<CellTimes> read(CellRecord cell) {
        try {
            return Optional.of(CellTimes.read(cell, logs));
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
