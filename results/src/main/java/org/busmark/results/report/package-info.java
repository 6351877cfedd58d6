/**
 * A campaign for people: a table for the terminal, {@code report.md}, and CSV. The figures are declared once, in {@link
 * org.busmark.results.report.Metric}, and every format follows from that list.
 *
 * <p>Names come from files that anybody may have written, so nothing reaches a format unescaped. An INVALID cell shows
 * its ledger and its reasons, and no other number.
 *
 * <p>Threading: pure functions and immutable values.
 */
@NullMarked
package org.busmark.results.report;

import org.jspecify.annotations.NullMarked;
