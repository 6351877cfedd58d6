/** Tests of the ZeroMQ adapter; they open real sockets on loopback. */
@NullMarked
package org.busmark.zeromq;

import org.jspecify.annotations.NullMarked;
