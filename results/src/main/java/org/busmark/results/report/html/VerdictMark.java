package org.busmark.results.report.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A verdict and where its reasons stand.
 *
 * @param word such as {@code DEGRADED}
 * @param css class of the style sheet
 * @param number of the reasons; empty where there are none
 */
record VerdictMark(String word, String css, String number) {
    private static final Pattern TEXT = Pattern.compile("([A-Z_]+)(?: \\((\\d+)\\))?");

    /** Of {@code VALID} or {@code INVALID (2)}. */
    static VerdictMark of(String text) {
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            return new VerdictMark(text, "", "");
        }
        String number = match.group(2) == null ? "" : match.group(2);
        return new VerdictMark(match.group(1), match.group(1).toLowerCase(Locale.ROOT), number);
    }
}
