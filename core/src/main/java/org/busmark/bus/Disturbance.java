package org.busmark.bus;

/** Something that happened to a client and excuses, or explains, what the ledger will find. */
public enum Disturbance {
    /** Partitions moved between the members of a group: unflagged redelivery MAY follow. */
    REBALANCE,
    /** A connection was lost and made again: unflagged redelivery MAY follow. */
    RECONNECT,
    /** A client sent a message again: an unflagged duplicate MAY follow. */
    RETRY,
    /** The broker was started again: unflagged redelivery MAY follow. */
    RESTART,
    /** A producer or consumer stopped for good; nothing more comes from it. */
    FAILURE
}
