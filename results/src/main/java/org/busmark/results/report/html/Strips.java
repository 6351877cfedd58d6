package org.busmark.results.report.html;

import java.util.List;

/**
 * A picture made of rows, one for each cell, with the figure beside it.
 *
 */
record Strips(List<Group> groups) {
    /** Rows that may be compared. */
    record Group(String title, List<Axis.Tick> ticks, List<Row> rows) {}

    /**
     * A cell.
     *
     * @param css class of its bus
     * @param dot where its figure is; empty where there is none
     * @param from where its interval begins; empty where there is none
     * @param segments bars one after the other
     * @param value the figure in words
     * @param spread its interval in words
     */
    record Row(
            String css,
            String name,
            boolean bound,
            String dot,
            String from,
            String to,
            List<Segment> segments,
            String value,
            String spread,
            String note,
            VerdictMark verdict) {}

    /** A part of a bar. */
    record Segment(String css, String x, String width) {}
}
