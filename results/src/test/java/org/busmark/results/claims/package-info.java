@NullMarked
package org.busmark.results.claims;

import org.jspecify.annotations.NullMarked;
