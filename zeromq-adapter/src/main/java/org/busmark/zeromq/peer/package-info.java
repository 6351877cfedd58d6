/**
 * What Busmark's ZeroMQ figures are checked against: a PUSH and a PULL socket, each in a JVM of its own, with nothing
 * but a counter. No header, no check, no window, no copy; the sender makes an array of zeros for each message. Each class
 * is a program; {@code busmark crosscheck} starts both.
 *
 * <p>Threading: the main thread owns the socket; in the receiver a daemon thread reads the counter and prints it.
 */
@NullMarked
package org.busmark.zeromq.peer;

import org.jspecify.annotations.NullMarked;
