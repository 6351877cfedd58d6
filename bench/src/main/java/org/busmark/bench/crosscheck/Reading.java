package org.busmark.bench.crosscheck;

import java.util.OptionalDouble;

/**
 * A count of the tool's, and what its processes had used when it was seen.
 *
 * @param cpuSeconds since they began; empty where it cannot be read
 */
record Reading(Count count, OptionalDouble cpuSeconds) {}
