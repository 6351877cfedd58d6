/**
 * {@code report.html}: one file that needs no network and allows itself none. {@link
 * org.busmark.results.report.html.HtmlReport} tells the story: sentences and tables come from {@link
 * org.busmark.results.report.Report}, pictures are made here, and a template puts them in their places.
 *
 * <p>Two kinds of pictures. What has an axis of numbers in both directions is drawn by uPlot in the reader's browser, from
 * points that are computed here and embedded as JSON. What is a figure for each bus is a row of plain SVG, which needs no
 * script. Names reach the page through the template's escaping or through JSON, and the script writes them with {@code
 * textContent} only.
 *
 * <p>Threading: pure functions over immutable values, except for reading histogram logs from a run's folder.
 */
@NullMarked
package org.busmark.results.report.html;

import org.jspecify.annotations.NullMarked;
