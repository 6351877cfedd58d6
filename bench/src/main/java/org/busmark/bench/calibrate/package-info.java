/**
 * The instrument held against known truth: the whole engine measures a simulated bus whose script says what must be
 * found. Exact on counts; on times within 1 % or one histogram step; on verdicts word for word.
 *
 * <p>Threading: one thread calls; the engine and the bus bring their own.
 */
@NullMarked
package org.busmark.bench.calibrate;

import org.jspecify.annotations.NullMarked;
