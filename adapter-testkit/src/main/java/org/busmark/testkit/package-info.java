/**
 * The contract that every adapter must pass: an adapter's own test extends {@link
 * org.busmark.testkit.BusContractTest} and names its adapter. The contract talks to the real system, through a private
 * broker where there is one; a broker that cannot be had fails the test.
 *
 * <p>Threading: an exchange belongs to the thread of its test, which opens its producers as well; inboxes and outboxes
 * are called by the adapter's threads and are thread-safe.
 */
@NullMarked
package org.busmark.testkit;

import org.jspecify.annotations.NullMarked;
