/**
 * ZeroMQ behind the SPI, through JeroMQ: there is no broker, so a partition is a set of endpoints, one for each
 * producer, which the consumers connect to. PUSH and PULL serve one group, PUB and SUB serve several.
 *
 * <p>Threading: a socket belongs to the thread that opened it. A producer's sockets are its opener's, a consumer's are
 * its own thread's. What a consumer learns from others (a producer that opened later, the wish to close) it looks up
 * between messages. Only when a bus or a topic closes under a producer does another thread close its sockets, after it
 * has taken the producer's turn for good.
 */
@NullMarked
package org.busmark.zeromq;

import org.jspecify.annotations.NullMarked;
