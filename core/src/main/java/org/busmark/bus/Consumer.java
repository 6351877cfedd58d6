package org.busmark.bus;

/**
 * Receives messages for one member of a consumer group, on a thread of the adapter, from the moment it is opened.
 * Whether it already has its share of the partitions when {@link MessageBus#openConsumer} returns is not promised; the
 * harness sends probes until every consumer has seen one.
 */
public interface Consumer extends AutoCloseable {
    /**
     * Stops receiving: when the call returns, no call of the listener is running and none will come. Messages whose
     * listener call has returned are acknowledged first, at a guarantee that is acknowledged; waits 10 s for that at most.
     * MAY be called from any thread but the listener's. A second call does nothing.
     */
    @Override
    void close();
}
