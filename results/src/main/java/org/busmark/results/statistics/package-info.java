/**
 * What may be concluded from a few runs. The run is the unit, never the message: messages of one run share its
 * accidents, so their number says nothing about how the next run will come out.
 *
 * <p>All intervals are Student's t at 95 % on logarithms: throughput and latency vary by factors, and a ratio's
 * logarithm is a difference. Rank tests and the bootstrap are left out on purpose: with the few rounds of a campaign
 * they cannot show anything.
 *
 * <p>Threading: pure functions and immutable values.
 */
@NullMarked
package org.busmark.results.statistics;

import org.jspecify.annotations.NullMarked;
