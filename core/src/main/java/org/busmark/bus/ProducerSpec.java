package org.busmark.bus;

/**
 * A producer to open.
 *
 * @param topic that exists
 * @param producer this producer's number, from 0; unique within the topic
 * @param maxInFlight how many sends the caller will leave without outcome or delivery at most; buffers, windows and
 *     high-water marks that hold less would measure themselves
 */
public record ProducerSpec(TopicSpec topic, int producer, int maxInFlight) {
    public ProducerSpec {
        if (producer < 0) {
            throw new IllegalArgumentException("producer is negative: " + producer);
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is less than 1: " + maxInFlight);
        }
    }
}
