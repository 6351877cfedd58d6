/** Tests of the RabbitMQ adapter; the contract test starts private nodes. Single-threaded where not said otherwise. */
@NullMarked
package org.busmark.rabbitmq;

import org.jspecify.annotations.NullMarked;
