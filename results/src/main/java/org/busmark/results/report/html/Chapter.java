package org.busmark.results.report.html;

import java.util.List;

/**
 * A section of the page.
 *
 * @param id that the list of contents links to
 * @param lead a line or two under the title; may be empty
 * @param folded titles under which tables are folded away
 */
record Chapter(
        String id, String title, String lead, List<Figure> figures, List<BlockView> blocks, List<Folded> folded) {
    /** A table that few will open. */
    record Folded(String title, List<BlockView.Span> how, TableView table, List<BlockView.Span> below) {}

    /** Of pictures. */
    static Chapter of(String id, String title, String lead, List<Figure> figures) {
        return new Chapter(id, title, lead, figures, List.of(), List.of());
    }

    boolean isEmpty() {
        return figures.isEmpty() && blocks.isEmpty() && folded.isEmpty();
    }
}
