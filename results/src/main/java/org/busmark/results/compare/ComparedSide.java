package org.busmark.results.compare;

import org.busmark.ledger.Verdict;

/**
 * One side's figure.
 *
 * @param median of the runs, in the metric's unit: messages a second, or microseconds
 * @param runs that have the figure; at least 1
 * @param verdict of the cell; VALID or DEGRADED
 */
public record ComparedSide(double median, int runs, Verdict verdict) {}
