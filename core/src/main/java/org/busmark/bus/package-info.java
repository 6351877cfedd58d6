/**
 * The SPI: what a messaging system must offer to be measured. It fits on one screen: a {@link
 * org.busmark.bus.BusAdapter} connects to a {@link org.busmark.bus.MessageBus}, which opens {@link
 * org.busmark.bus.Producer producers} and {@link org.busmark.bus.Consumer consumers}.
 *
 * <p>MUST, MUST NOT and MAY are used as in RFC 2119. What they ask is held by the contract test of the module
 * {@code adapter-testkit}.
 *
 * <p>Threading: a producer is confined to the thread that opened it; a listener is called on the adapter's own
 * threads, one call at a time for each consumer; everything else is called from one thread at a time.
 */
@NullMarked
package org.busmark.bus;

import org.jspecify.annotations.NullMarked;
