package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.results.report.Table;
import org.busmark.results.report.Table.Role;
import org.jspecify.annotations.Nullable;

/**
 * A table as the template writes it.
 *
 * @param label what it shows, for those who hear the page
 */
record TableView(String label, List<Head> heads, List<Row> rows) {
    /** {@code 445k [176, 835]}: what stands in brackets is written smaller. */
    private static final Pattern WITH_SPREAD = Pattern.compile("([^\\[(]+) ([\\[(].+[\\])])");

    /** A line that need not be broken, such as {@code FIRE_AND_FORGET} and {@code 1 KiB}. */
    private static final int SHORT = 16;

    /** Several lines wherever it stands, and a column of words if nothing holds its column open. */
    private static final int LONG = 60;

    /** A heading. */
    record Head(String css, String text) {}

    /**
     * A row.
     *
     * @param css class of its bus; empty where it has none
     */
    record Row(String css, List<Cell> cells) {}

    /**
     * What stands in a row and a column.
     *
     * @param first heads the row
     * @param bus class of the bus that is named here; empty for anything else
     * @param verdict null where there is none
     */
    record Cell(
            boolean first,
            String css,
            String bus,
            @Nullable VerdictMark verdict,
            String text,
            String spread,
            String beneath) {}

    static TableView of(String label, Table table, Palette palette) {
        List<Head> heads = table.columns().stream()
                .map(column -> new Head(css(column.role(), column.heading()), column.heading()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (List<Table.Cell> row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            String bus = "";
            for (int i = 0; i < row.size(); i++) {
                Cell cell = cell(i == 0, table.columns().get(i).role(), row.get(i), palette);
                bus = bus.isEmpty() ? cell.bus() : bus;
                cells.add(cell);
            }
            rows.add(new Row(bus, cells));
        }
        return new TableView(label, heads, rows);
    }

    private static Cell cell(boolean first, Role role, Table.Cell cell, Palette palette) {
        Matcher parts = WITH_SPREAD.matcher(cell.text());
        boolean spread = role == Role.NUMBER && parts.matches();
        return new Cell(
                first,
                css(role, cell.text()),
                role == Role.BUS ? palette.css(cell.text()) : "",
                role == Role.VERDICT ? VerdictMark.of(cell.text()) : null,
                spread ? parts.group(1) : cell.text(),
                spread ? parts.group(2) : "",
                cell.beneath());
    }

    private static String css(Role role, String text) {
        if (role == Role.NUMBER) {
            return "number";
        }
        return text.length() <= SHORT ? "short" : text.length() >= LONG ? "long" : "";
    }
}
