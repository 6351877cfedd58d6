package org.busmark.bus;

/** Within what a system promises that messages of one producer arrive in the order in which they were sent. */
public enum OrderingScope {
    /** Nowhere. */
    NONE,
    /** Among the messages that one consumer receives from one partition. */
    PARTITION,
    /** Among all messages that one consumer receives from the topic. */
    TOPIC
}
