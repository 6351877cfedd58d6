package org.busmark.bench.crosscheck;

/**
 * What a tool's consumer had counted at a moment.
 *
 * @param atMs on the tool's own clock, from any origin
 * @param messages since its start
 */
record Count(long atMs, long messages) {}
