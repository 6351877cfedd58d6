/**
 * Workload, suite and connection files, read strictly: what is not understood is refused with the file, the line, the
 * column, the value and what is allowed. Stateless; safe for any thread.
 */
@NullMarked
package org.busmark.bench.files;

import org.jspecify.annotations.NullMarked;
