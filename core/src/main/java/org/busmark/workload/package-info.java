/**
 * What is to be moved: workloads, suites and the identity of a cell. Immutable values that validate themselves and
 * know their text; how they come from a file is the business of whoever reads files.
 */
@NullMarked
package org.busmark.workload;

import org.jspecify.annotations.NullMarked;
