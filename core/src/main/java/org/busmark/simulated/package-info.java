/**
 * Buses that are no messaging systems: the loopback bus shows what the instrument itself costs, the raw TCP bus what plain
 * sockets can do.
 *
 * <p>Threading: as the SPI demands.
 */
@NullMarked
package org.busmark.simulated;

import org.jspecify.annotations.NullMarked;
