package org.busmark.bus;

/** What became of a send. Every send has exactly one outcome. */
public enum SendOutcome {
    /** {@link Guarantee#FIRE_AND_FORGET} only: the client took the message, and nobody promises anything. */
    HANDED_OVER,
    /** The system met the topic's guarantee for this message. */
    ACKNOWLEDGED,
    /** The message is certainly not in the system: refused, returned as unroutable, or never taken by the client. */
    REJECTED,
    /** The connection, the time or the client ended before an answer came. Neither success nor failure. */
    UNKNOWN
}
