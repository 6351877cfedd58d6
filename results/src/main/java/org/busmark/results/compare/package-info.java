/**
 * One campaign against another: another version, another setting, another machine. Cells are paired by their identity,
 * what cannot be compared is refused with the reason, and the rule by which a difference is claimed is the one of a
 * campaign's own comparisons. A is what was there before, B is what is judged.
 *
 * <p>Threading: pure functions and immutable values.
 */
@NullMarked
package org.busmark.results.compare;

import org.jspecify.annotations.NullMarked;
