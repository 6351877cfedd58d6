/** Records and their files. Threading: none. */
@NullMarked
package org.busmark.results.record;

import org.jspecify.annotations.NullMarked;
