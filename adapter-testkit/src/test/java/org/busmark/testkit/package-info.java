/** The contract itself on trial: it passes the loopback bus and finds every fault that is put into it. */
@NullMarked
package org.busmark.testkit;

import org.jspecify.annotations.NullMarked;
