/**
 * The source document's own example, on any bus: a topic with three partitions, ten messages, then a group that reads
 * them.
 *
 * <p>Threading: called from one thread; deliveries come on the bus's.
 */
@NullMarked
package org.busmark.bench.walkthrough;

import org.jspecify.annotations.NullMarked;
