package org.busmark.bus;

/**
 * Is pushed one delivery at a time. Push is the shape that adds no hand-off between threads to any of the three
 * clients.
 *
 * <p>For one consumer the calls MUST come from one thread at a time, in the order in which the client handed the
 * messages out. The listener does not block for long and does not throw; at a guarantee that is acknowledged the adapter
 * MUST NOT acknowledge a message before the call for it has returned.
 */
@FunctionalInterface
public interface MessageListener {
    /** @param delivery valid during this call only */
    void onMessage(Delivery delivery);
}
