package org.busmark.broker;

/**
 * How to get a broker's software and how to start a private broker from it. Stateless; every call MAY take minutes
 * and ends at once with a {@link BrokerException} when the thread is interrupted.
 */
public interface BrokerRecipe {
    /**
     * Gets the software into the cache folder if it is not there yet. Safe against another process doing the same.
     *
     * @param progress hears what takes time
     * @return where it is and what it is
     * @throws BrokerException with the reason and a remedy when it cannot be had
     */
    BrokerSoftware install(BrokerCache cache, Progress progress) throws BrokerException;

    /**
     * Starts a private broker and returns when it takes connections.
     *
     * @param session keeps its processes and folder, and ends them for certain
     * @throws BrokerException with the last lines of its log when it dies or is not ready in time
     */
    Broker start(BrokerSoftware software, BrokerSession session, Progress progress) throws BrokerException;
}
