/**
 * What a measuring fork is told by its host, and what it writes of itself. The host reads the record, not JMH's
 * result: an operation that throws leaves JMH's result empty and its status 0.
 *
 * <p>Threading: values, and files written once.
 */
@NullMarked
package org.busmark.bench.fork;

import org.jspecify.annotations.NullMarked;
