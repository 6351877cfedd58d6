/**
 * A campaign for people: a table for the terminal, {@code report.md}, CSV, and what {@code report.html} says. Figures are
 * declared once, in {@link org.busmark.results.report.Metric}, and sentences and tables once, in {@link
 * org.busmark.results.report.Report}, as plain text in {@link org.busmark.results.report.Block}s; every format follows
 * from these.
 *
 * <p>Names come from files that anybody may have written, so nothing reaches a format unescaped. An INVALID cell shows
 * its ledger and its reasons, and no other number.
 *
 * <p>Threading: pure functions and immutable values.
 */
@NullMarked
package org.busmark.results.report;

import org.jspecify.annotations.NullMarked;
