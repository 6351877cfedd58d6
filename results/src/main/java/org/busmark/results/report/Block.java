package org.busmark.results.report;

/** A piece of a section, plain text in some shape; each format gives it its own look and escapes it in its own way. */
public sealed interface Block permits Prose, Bullets, Numbered, Heading, Command, Table {
    /** As Markdown, with a line end. */
    String markdown();
}
