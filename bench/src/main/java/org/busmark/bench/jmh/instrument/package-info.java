/**
 * The instrument's own benchmarks: what each of its parts costs a message, and what all of them do together on the
 * loopback bus. None has a parameter {@code bus}, so no broker is started for them.
 *
 * <p>Threading: as JMH's; each state belongs to one thread.
 */
@NullMarked
package org.busmark.bench.jmh.instrument;

import org.jspecify.annotations.NullMarked;
