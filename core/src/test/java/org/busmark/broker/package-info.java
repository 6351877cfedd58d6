/** Tests with real processes. */
@NullMarked
package org.busmark.broker;

import org.jspecify.annotations.NullMarked;
