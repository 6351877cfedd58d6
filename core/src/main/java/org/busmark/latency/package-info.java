/**
 * Series of latencies: HdrHistograms of nanoseconds, one an interval, in which a value belongs to the interval where its
 * message was <em>intended</em> to be sent. Nothing is clipped, dropped or corrected afterwards; what a histogram cannot
 * hold is counted beside it.
 *
 * <p>Threading: a recorder has one writer and takes no lock; a series is made of recorders after their writers are quiet.
 */
@NullMarked
package org.busmark.latency;

import org.jspecify.annotations.NullMarked;
