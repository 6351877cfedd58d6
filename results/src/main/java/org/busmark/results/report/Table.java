package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plain text in rows and columns; each format escapes it in its own way.
 *
 * @param headings of the columns
 * @param numeric columns to align at the right
 * @param rows as wide as the headings
 */
record Table(List<String> headings, List<Boolean> numeric, List<List<String>> rows) {
    /** Longer cells stick out: a column padded to them would be legible nowhere. */
    private static final int WIDEST_ALIGNED = 60;

    Table {
        headings = List.copyOf(headings);
        numeric = List.copyOf(numeric);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size() || numeric.size() != headings.size()) {
                throw new IllegalArgumentException("row is not as wide as the headings: " + row);
            }
        }
    }

    /** All columns aligned at the left. */
    static Table ofText(List<String> headings, List<List<String>> rows) {
        return new Table(headings, headings.stream().map(heading -> false).toList(), rows);
    }

    /** A Markdown table that is also aligned for a terminal. Ends with a line end. */
    String markdown() {
        List<List<String>> escaped = new ArrayList<>();
        escaped.add(escape(headings));
        rows.forEach(row -> escaped.add(escape(row)));
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> escaped.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .filter(width -> width <= WIDEST_ALIGNED)
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        text.append(line(escaped.get(0), widths));
        text.append(rule(widths));
        escaped.subList(1, escaped.size()).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String padding = " ".repeat(Math.max(0, widths[column] - width(row.get(column))));
                    return numeric.get(column) ? padding + row.get(column) : row.get(column) + padding;
                })
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> "-".repeat(widths[column] + 1) + (numeric.get(column) ? ":" : "-"))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    private static List<String> escape(List<String> row) {
        return row.stream().map(MarkdownText::escape).toList();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
