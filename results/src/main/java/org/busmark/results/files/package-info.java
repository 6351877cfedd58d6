/**
 * Files that somebody wrote by hand, read strictly: what is not understood is refused with the file, the line, the
 * column, the value and what is allowed. What the keys mean is said where they are used, by workloads and suites in
 * {@code bench} and by claims here.
 *
 * <p>Threading: stateless and immutable; safe for any thread.
 */
@NullMarked
package org.busmark.results.files;

import org.jspecify.annotations.NullMarked;
