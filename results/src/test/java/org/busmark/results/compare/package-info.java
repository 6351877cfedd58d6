/** Two campaigns against each other. Threading: none. */
@NullMarked
package org.busmark.results.compare;

import org.jspecify.annotations.NullMarked;
