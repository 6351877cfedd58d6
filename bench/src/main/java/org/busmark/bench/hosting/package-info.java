/**
 * Makes a bus reachable: starts its private broker, or takes the address that the user gave, and conditions it.
 *
 * <p>Threading: called from one thread at a time, never while something is measured.
 */
@NullMarked
package org.busmark.bench.hosting;

import org.jspecify.annotations.NullMarked;
