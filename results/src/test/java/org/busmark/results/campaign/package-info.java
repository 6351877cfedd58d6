/** From forks to cells. Threading: none. */
@NullMarked
package org.busmark.results.campaign;

import org.jspecify.annotations.NullMarked;
