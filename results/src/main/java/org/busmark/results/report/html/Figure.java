package org.busmark.results.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture and the table beside it.
 *
 * @param id in the page; also where the script finds what to draw
 * @param title what was measured
 * @param note how to read it; may be empty
 * @param plotted whether the script draws it
 * @param strips rows of SVG; null where the script draws
 * @param keys the buses of the legend
 * @param parts the figures of each bus that the legend switches
 * @param leftOut why a bus has no line
 */
record Figure(
        String id,
        String title,
        String note,
        boolean plotted,
        @Nullable Strips strips,
        List<Key> keys,
        List<Part> parts,
        List<String> leftOut,
        TableView table) {
    /**
     * A bus in a legend.
     *
     * @param doubt its verdict where that is not VALID; null where there is nothing to beware of, or no single verdict
     */
    record Key(String css, String name, @Nullable VerdictMark doubt) {
        static Key of(Palette.Look look, String verdict) {
            return new Key(look.css(), look.name(), verdict.equals("VALID") ? null : VerdictMark.of(verdict));
        }
    }

    /** A figure that every bus has, such as p99. */
    record Part(String css, String name) {}

    /** Of buses that have several cells in the picture. */
    static List<Key> keys(Palette palette, List<String> buses) {
        return buses.stream()
                .distinct()
                .map(palette::of)
                .map(look -> new Key(look.css(), look.name(), null))
                .toList();
    }

    /** The class decides how a line is dashed or a bar is shaded. */
    static List<Part> parts(String... names) {
        return Stream.of(names)
                .map(name -> new Part("part-" + name.replace(".", ""), name))
                .toList();
    }
}
