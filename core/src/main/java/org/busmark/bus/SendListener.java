package org.busmark.bus;

/**
 * Hears the outcome of each send.
 *
 * <p>An adapter MUST call it exactly once for each {@link Producer#send}, at the latest before {@link
 * Producer#close} returns. It MAY call it within {@code send}, on the sender's thread, or on a thread of its client; for
 * one producer the calls MUST NOT overlap. The listener returns quickly, does not block and does not throw.
 */
@FunctionalInterface
public interface SendListener {
    /**
     * @param token what the caller gave to {@link Producer#send}
     * @param outcome what became of that send
     */
    void onOutcome(long token, SendOutcome outcome);
}
