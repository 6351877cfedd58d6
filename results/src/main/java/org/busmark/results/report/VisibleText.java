package org.busmark.results.report;

/** Text that anybody may have written, on one line, with nothing in it that cannot be seen. */
public final class VisibleText {
    private VisibleText() {}

    /** Line ends become spaces; what moves a cursor or turns the direction of writing becomes a replacement mark. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029') {
                visible.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isNoCharacter(c)) {
                visible.append('\uFFFD');
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    /** Half of a pair has no encoding, and would become a question mark in a file. */
    private static boolean isNoCharacter(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
