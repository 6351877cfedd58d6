package org.busmark.results.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture and the table beside it.
 *
 * @param id in the page; also where the script finds what to draw
 * @param title what was measured
 * @param note how to read it
 * @param plotted whether the script draws it
 * @param strips rows of SVG; null where the script draws
 * @param key the buses of the legend
 * @param parts the figures of each bus that the legend switches
 * @param leftOut why a bus has no line
 * @param table null where there is none
 */
record Figure(
        String id,
        String title,
        String note,
        boolean plotted,
        @Nullable Strips strips,
        List<Palette.Look> key,
        List<Part> parts,
        List<String> leftOut,
        @Nullable TableView table) {
    /** A figure that every bus has, such as p99. */
    record Part(String css, String name) {}

    /** Of a percentile or the maximum; the class decides how the line is dashed. */
    static Part part(String name) {
        return new Part("part-" + name.replace(".", ""), name);
    }
}
