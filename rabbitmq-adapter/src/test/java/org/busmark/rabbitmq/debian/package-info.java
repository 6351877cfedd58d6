/** Tests of the unpacking, on made-up folders. Single-threaded. */
@NullMarked
package org.busmark.rabbitmq.debian;

import org.jspecify.annotations.NullMarked;
