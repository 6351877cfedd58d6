/**
 * The highest rate that a bus sustains, and the cells of the curve of latency against load that follow from it. The
 * search decides on what {@link org.busmark.bench.capacity.Sustained} says of one run; where runs come from is not its
 * business.
 *
 * <p>Threading: a search belongs to the thread that asks for it and blocks it, as its runs do; the rest are pure
 * functions and values.
 */
@NullMarked
package org.busmark.bench.capacity;

import org.jspecify.annotations.NullMarked;
