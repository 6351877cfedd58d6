package org.busmark.bus;

/**
 * What an acknowledged message survives. Defined by the fault, so that equal names mean equal promises on systems
 * whose settings have nothing in common. Ordered from the weakest to the strongest.
 */
public enum Guarantee {
    /** Nothing is promised; the consumer acknowledges nothing. */
    FIRE_AND_FORGET,
    /** Survives the death of the client that sent it; the consumer acknowledges after its listener returned. */
    ACKNOWLEDGED,
    /** Survives {@code kill -9} of the broker process; the consumer acknowledges after its listener returned. */
    PERSISTED,
    /** Survives power loss: synced to disk before it was acknowledged. */
    FLUSHED,
    /** Survives the loss of one node of three. */
    REPLICATED;

    /** Whether the system itself must acknowledge each message, so that a loss after it breaks a promise. */
    public boolean isAcknowledged() {
        return this != FIRE_AND_FORGET;
    }
}
