/** What the tests of this module share: made-up records. Threading: none. */
@NullMarked
package org.busmark.results;

import org.jspecify.annotations.NullMarked;
