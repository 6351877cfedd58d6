/**
 * RabbitMQ and Erlang from Debian's packages without root: a private apt state with an empty package list solves the
 * closure, the packages are unpacked into one folder, and every program of Erlang is wrapped so that it runs on the
 * unpacked C library. The machine's own packages are not touched.
 *
 * <p>Threading: everything is called from one thread; another process that does the same is kept out by a file lock.
 */
@NullMarked
package org.busmark.rabbitmq.debian;

import org.jspecify.annotations.NullMarked;
