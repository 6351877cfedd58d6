/**
 * From the records of single forks to the cells of a campaign: data are merged, never summaries. Histograms are added
 * before a percentile is read off them, ledgers are summed, and the worst verdict wins.
 *
 * <p>Threading: confined to one thread.
 */
@NullMarked
package org.busmark.results.campaign;

import org.jspecify.annotations.NullMarked;
