/** A stand-in for the search of another branch. */
@NullMarked
package org.busmark.bench.capacity;

import org.jspecify.annotations.NullMarked;
