package org.busmark.workload;

/** What decides when the next message leaves. */
public enum LoopKind {
    /** A freed place in the window. Its latencies say how long the window is, not how fast the bus. */
    CLOSED,
    /** The schedule, whatever became of the messages before. */
    OPEN,
    /** The answer to the message before. */
    ROUND_TRIP
}
