package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plain text in rows and columns.
 *
 * @param rows as wide as the columns
 */
public record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
    /** Longer cells stick out: a column padded to them would be legible nowhere. */
    private static final int WIDEST_ALIGNED = 60;

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("row is not as wide as the headings: " + row);
            }
        }
    }

    /** Of plain lines; numeric columns are aligned at the right. */
    Table(List<String> headings, List<Boolean> numeric, List<List<String>> rows) {
        this(
                IntStream.range(0, headings.size())
                        .mapToObj(column ->
                                new Column(headings.get(column), numeric.get(column) ? Role.NUMBER : Role.TEXT))
                        .toList(),
                rows.stream().map(row -> row.stream().map(Cell::new).toList()).toList());
    }

    /** What stands in a column. */
    public enum Role {
        TEXT,
        /** The name of a bus. */
        BUS,
        /** A verdict, and in brackets the number of its reasons. */
        VERDICT,
        /** Aligned at the right. */
        NUMBER
    }

    /** A column. */
    public record Column(String heading, Role role) {}

    /**
     * What stands in a row and a column.
     *
     * @param beneath what a format with room for a second line writes there; empty where there is nothing
     */
    public record Cell(String text, String beneath) {
        Cell(String text) {
            this(text, "");
        }
    }

    /** All columns aligned at the left. */
    static Table ofText(List<String> headings, List<List<String>> rows) {
        return new Table(headings, headings.stream().map(heading -> false).toList(), rows);
    }

    /** Of plain lines. */
    static Table of(List<Column> columns, List<List<String>> rows) {
        return new Table(
                columns,
                rows.stream().map(row -> row.stream().map(Cell::new).toList()).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A Markdown table that is also aligned for a terminal. What stands beneath is left out. */
    @Override
    public String markdown() {
        List<List<String>> escaped = new ArrayList<>();
        escaped.add(columns.stream()
                .map(column -> MarkdownText.escape(column.heading()))
                .toList());
        rows.forEach(row -> escaped.add(
                row.stream().map(cell -> MarkdownText.escape(cell.text())).toList()));
        int[] widths = IntStream.range(0, columns.size())
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

    private boolean isNumeric(int column) {
        return columns.get(column).role() == Role.NUMBER;
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String padding = " ".repeat(Math.max(0, widths[column] - width(row.get(column))));
                    return isNumeric(column) ? padding + row.get(column) : row.get(column) + padding;
                })
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> "-".repeat(widths[column] + 1) + (isNumeric(column) ? ":" : "-"))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
