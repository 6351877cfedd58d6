package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.jspecify.annotations.Nullable;

/** One line a cell, plain numbers with the names and units of {@code run.json}; RFC 4180. */
public final class CsvTable {
    private CsvTable() {}

    /** The whole file. An empty field was not measured, or belongs to an INVALID cell. */
    public static String of(RunDocument document) {
        List<String> headings =
                new ArrayList<>(List.of("cellId", "bus", "workload", "guarantee", "rate", "messageBytes", "verdict"));
        for (Metric metric : Metric.ALL) {
            headings.add(metric.id());
            headings.addAll(metric.intervalIds());
        }
        headings.add("reasons");
        return Stream.concat(Stream.of(headings), document.cells().stream().map(CsvTable::row))
                .map(row -> row.stream().map(CsvTable::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> row(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        List<String> row = new ArrayList<>(List.of(
                cell.cellId(),
                cell.bus(),
                cell.workload(),
                cell.guarantee().name(),
                perSecond == null ? "max" : plain(perSecond),
                String.valueOf(cell.messageBytes()),
                cell.verdict().name()));
        for (Metric metric : Metric.ALL) {
            Reading reading = metric.reading(cell);
            row.add(plain(reading == null ? null : Double.valueOf(reading.value())));
            if (!metric.intervalIds().isEmpty()) {
                row.add(plain(reading == null ? null : reading.low()));
                row.add(plain(reading == null ? null : reading.high()));
            }
        }
        row.add(String.join("; ", cell.reasons()));
        return row;
    }

    private static String plain(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : value.toString();
    }

    /** A spreadsheet runs what starts with one of these, so it gets a quote before it. */
    private static String quoted(String field) {
        String harmless = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
        return harmless.matches("[^\",\r\n]*") ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
