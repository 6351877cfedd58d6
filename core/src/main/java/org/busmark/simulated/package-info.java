/**
 * Buses that are no messaging systems: the loopback bus shows what the instrument itself costs, the raw TCP bus what plain
 * sockets can do, and the simulated bus does what a {@link org.busmark.simulated.Script} says and so shows whether the
 * instrument tells the truth.
 *
 * <p>Threading: as the SPI demands.
 */
@NullMarked
package org.busmark.simulated;

import org.jspecify.annotations.NullMarked;
