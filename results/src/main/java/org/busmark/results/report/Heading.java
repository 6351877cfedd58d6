package org.busmark.results.report;

/** Parts a section. */
public record Heading(String text) implements Block {
    @Override
    public String markdown() {
        return "### " + MarkdownText.escape(text) + "\n";
    }
}
