/**
 * What people see while something takes long: one line that is rewritten on a terminal, a line a phase otherwise, on
 * standard error. Thread-safe, and never called from a measuring thread.
 */
@NullMarked
package org.busmark.bench.progress;

import org.jspecify.annotations.NullMarked;
