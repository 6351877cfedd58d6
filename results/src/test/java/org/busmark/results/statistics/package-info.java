/** Statistics against published examples. Threading: none. */
@NullMarked
package org.busmark.results.statistics;

import org.jspecify.annotations.NullMarked;
