package org.busmark.bus;

/**
 * A connection to one messaging system. Called from one thread at a time, except that producers are opened from the
 * threads that will use them, possibly at the same time.
 */
public interface MessageBus extends AutoCloseable {
    /**
     * Creates a topic and returns when it can be used.
     *
     * @throws BusException if it exists, is refused, or the system does not answer within 30 s
     */
    void createTopic(TopicSpec topic) throws BusException;

    /**
     * Removes a topic and what it stores. Its producers and consumers are closed before.
     *
     * @throws BusException if it is refused or the system does not answer within 30 s
     */
    void deleteTopic(TopicSpec topic) throws BusException;

    /**
     * Opens a producer for the calling thread.
     *
     * @param outcomes hears each send's outcome
     * @throws BusException if the system refuses or does not answer within 30 s
     */
    Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException;

    /**
     * Opens a consumer; deliveries begin at once.
     *
     * @param listener is called on the adapter's threads
     * @throws BusException if the system refuses or does not answer within 30 s
     */
    Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException;

    /** What this connection is made of, as far as client and system tell. */
    BusFacts facts() throws BusException;

    /** Closes what is still open and frees every thread and socket. A second call does nothing. */
    @Override
    void close();
}
