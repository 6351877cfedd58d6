/**
 * What every payload of Busmark carries: a header of {@value org.busmark.wire.WireHeader#BYTES} bytes that says which
 * message it is and when it was meant to go, and a body that can be checked. The ledger and the series are fed on the
 * consumer's side by what is decoded here and by nothing else.
 *
 * <p>Threading: a writer belongs to one producer's thread, a reader to one consumer's thread. Neither allocates after
 * construction.
 */
@NullMarked
package org.busmark.wire;

import org.jspecify.annotations.NullMarked;
