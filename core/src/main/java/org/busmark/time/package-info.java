/**
 * Time as a parameter: the clock, the schedule that says when each message is meant to go, and the pacer that waits for
 * it.
 *
 * <p>Threading: clocks and schedules are shared freely; a pacer belongs to the thread that made it.
 */
@NullMarked
package org.busmark.time;

import org.jspecify.annotations.NullMarked;
