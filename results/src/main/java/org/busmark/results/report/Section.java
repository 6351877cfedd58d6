package org.busmark.results.report;

import java.util.List;

/**
 * A part of a report under a title.
 *
 * @param blocks none where there is nothing to say: the section is left out
 */
public record Section(String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
