/**
 * The adapters that are installed, found as services.
 *
 * <p>Threading: immutable.
 */
@NullMarked
package org.busmark.bench.adapters;

import org.jspecify.annotations.NullMarked;
