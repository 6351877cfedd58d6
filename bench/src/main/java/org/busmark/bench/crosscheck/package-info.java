/**
 * The vendors' own tools side by side with Busmark: on the very same private broker, in interleaved rounds, same message
 * size, guarantee, producers and consumers, both counted at the consumer after the same warm-up. Shows whether Busmark
 * is the bottleneck of what it measures.
 *
 * <p>Threading: one thread drives everything. Tools are processes of their own; a fork measures Busmark.
 */
@NullMarked
package org.busmark.bench.crosscheck;

import org.jspecify.annotations.NullMarked;
