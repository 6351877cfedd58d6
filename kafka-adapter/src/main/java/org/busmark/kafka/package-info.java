/**
 * Apache Kafka behind the {@link org.busmark.bus.MessageBus} interface, and a private Kafka broker.
 *
 * <p>Two stories meet here. {@link org.busmark.kafka.KafkaBus} opens producers and consumers on Kafka's own Java
 * client; {@link org.busmark.kafka.KafkaRecipe} fetches Kafka's jars through Maven and runs one node of it in a JVM of
 * its own.
 *
 * <p>Threading: a producer belongs to the thread that opened it, its outcomes come on the client's I/O thread; each
 * consumer has a poll thread, on which its listener is called. What the two sides of a producer share stands in {@link
 * org.busmark.kafka.SendOutcomes} only.
 */
@NullMarked
package org.busmark.kafka;

import org.jspecify.annotations.NullMarked;
