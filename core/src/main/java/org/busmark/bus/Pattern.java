package org.busmark.bus;

/** The shape in which messages travel. */
public enum Pattern {
    /** One consumer group: each message reaches one member. */
    QUEUE,
    /** Several consumer groups: each message reaches one member of every group. */
    FAN_OUT
}
