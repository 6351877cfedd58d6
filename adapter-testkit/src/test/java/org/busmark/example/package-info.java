/**
 * A whole adapter in four small classes, held to the contract like any other. {@code docs/adding-an-adapter.md} quotes
 * it word for word.
 *
 * <p>Threading: as the SPI demands; each consumer has a thread of its own.
 */
@NullMarked
package org.busmark.example;

import org.jspecify.annotations.NullMarked;
