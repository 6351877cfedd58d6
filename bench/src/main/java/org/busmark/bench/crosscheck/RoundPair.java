package org.busmark.bench.crosscheck;

import org.busmark.ledger.Verdict;

/**
 * Both sides of one round.
 *
 * @param round from 1
 * @param toolFirst which side ran first
 * @param busmark of a fork whose verdict was not INVALID
 * @param verdict of that fork
 */
public record RoundPair(int round, boolean toolFirst, Figures busmark, Figures tool, Verdict verdict) {}
