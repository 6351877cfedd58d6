/**
 * The benchmarks, and what JMH lacks, through its own extension points: a result that merges histograms, a profiler
 * that adds the series to each iteration, and one in the host that owns the broker.
 *
 * <p>Threading: JMH threads are producers. A lane opens, sends and closes on one of them, as the states' scopes say.
 */
@NullMarked
package org.busmark.bench.jmh;

import org.jspecify.annotations.NullMarked;
