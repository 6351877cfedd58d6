/**
 * How a private broker lives and dies: software got without root, ports free on loopback, readiness that means a
 * message can go through, and an end that is certain even after {@code kill -9} of the harness.
 */
@NullMarked
package org.busmark.broker;

import org.jspecify.annotations.NullMarked;
