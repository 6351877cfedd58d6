/**
 * What may be concluded from a few runs. The run is the unit, never the message: messages of one run share its
 * accidents, so their number says nothing about how the next run will come out.
 *
 * <p>Student's t at 95 % on logarithms decides: throughput and latency vary by factors, and a ratio's logarithm is a
 * difference. A difference must also exceed the cells' own noise floor. Rank tests and the bootstrap stand beside it from
 * 10 rounds on; with fewer they cannot show anything.
 *
 * <p>Threading: pure functions and immutable values.
 */
@NullMarked
package org.busmark.results.statistics;

import org.jspecify.annotations.NullMarked;
