package org.busmark.simulated;

/** What a simulated bus counts of what it did, probes left out. Deliveries count once for each consumer group. */
public enum Count {
    /** Sends that reached the bus. */
    SENT,
    /** Outcomes that said acknowledged. */
    ACKNOWLEDGED,
    /** Outcomes that said handed over. */
    HANDED_OVER,
    /** Sends that were refused. */
    REJECTED,
    /** Outcomes that said unknown. */
    ACKS_LOST,
    /** Messages that were taken and not queued for a group. */
    LOST,
    /** Calls of a listener, whatever was handed to it. */
    DELIVERED,
    /** Calls of a listener with a flipped bit. */
    CORRUPTED,
    /** Second deliveries with the redelivery flag. */
    REPEATED_FLAGGED,
    /** Second deliveries without it. */
    REPEATED_UNFLAGGED,
    /** First deliveries after one that the same producer sent later to the same partition. */
    OUT_OF_ORDER_WITHIN,
    /** First deliveries after one that the same producer sent later to another partition, and in order within. */
    OUT_OF_ORDER_ACROSS,
    /** Messages whose due time was moved back so that they do not overtake one of their own partition. */
    HELD_BY_ORDER
}
