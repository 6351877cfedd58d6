package org.busmark.results.report;

/** Makes text that anybody may have written harmless in Markdown: it shows as itself, on one line. */
final class MarkdownText {
    private MarkdownText() {}

    static String escape(String text) {
        String visible = visible(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 8);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '|', '`', '*', '~', '$' -> escaped.append('\\').append(c);
                case '_' -> escaped.append(isWithinWord(visible, i) ? "_" : "\\_");
                case ']' -> escaped.append(mayLink(visible, i) ? "\\]" : "]");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Line ends become spaces; what moves a cursor or turns the direction of writing becomes a replacement mark. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029') {
                visible.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                visible.append('\uFFFD');
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString().strip();
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
