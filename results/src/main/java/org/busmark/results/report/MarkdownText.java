package org.busmark.results.report;

/** Makes text that anybody may have written harmless in Markdown: it shows as itself, on one line. */
final class MarkdownText {
    private MarkdownText() {}

    static String escape(String text) {
        return escapeWithin(text.strip(), "").strip();
    }

    /** @param next what follows on the same line; a bracket's end is a link or not by what comes after it */
    static String escapeWithin(String text, String next) {
        String visible = VisibleText.of(text);
        String line = visible + next;
        StringBuilder escaped = new StringBuilder(visible.length() + 8);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '|', '`', '*', '~', '$' -> escaped.append('\\').append(c);
                case '_' -> escaped.append(isWithinWord(visible, i) ? "_" : "\\_");
                case ']' -> escaped.append(mayLink(line, i) ? "\\]" : "]");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An underscore between letters is no emphasis, and FIRE_AND_FORGET stays legible in a terminal. */
    private static boolean isWithinWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** An interval's bracket is no link; one that is followed by these may be. */
    private static boolean mayLink(String text, int at) {
        return at + 1 < text.length() && "([:".indexOf(text.charAt(at + 1)) >= 0;
    }
}
