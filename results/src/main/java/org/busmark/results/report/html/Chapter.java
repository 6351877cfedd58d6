package org.busmark.results.report.html;

import java.util.List;

/**
 * A section of the page.
 *
 * @param id that the list of contents links to
 * @param lead a line or two under the title
 * @param folded titles under which tables are folded away
 */
record Chapter(
        String id, String title, String lead, List<Figure> figures, List<BlockView> blocks, List<Folded> folded) {
    /** A table that few will open. */
    record Folded(String title, List<BlockView.Span> how, TableView table) {}

    static Chapter of(String id, String title, List<BlockView> blocks) {
        return new Chapter(id, title, "", List.of(), blocks, List.of());
    }

    boolean isEmpty() {
        return figures.isEmpty() && blocks.isEmpty() && folded.isEmpty();
    }
}
