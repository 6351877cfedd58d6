/** Tests of pictures: points and words first, pixels last. Threading: none. */
@NullMarked
package org.busmark.results.picture;

import org.jspecify.annotations.NullMarked;
