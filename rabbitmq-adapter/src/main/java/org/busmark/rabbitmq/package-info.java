/**
 * RabbitMQ behind the {@link org.busmark.bus.MessageBus} interface, over AMQP 0.9.1, and a private node to measure it
 * on.
 *
 * <p>A topic is a direct exchange. Each consumer group has one durable queue for each partition, named {@code
 * topic.group.partition} and bound with the partition's number as routing key. Keys select the partition on the client
 * and do not travel.
 *
 * <p>Threading: one connection serves all producers and one all consumers, so that a broker that holds publishers back
 * does not hold consumers back. Each producer and each consumer has a channel of its own. Confirms arrive on the reader
 * thread of the publishing connection; deliveries on a pool of at most two threads a processor, one call at a time for
 * each channel.
 */
@NullMarked
package org.busmark.rabbitmq;

import org.jspecify.annotations.NullMarked;
