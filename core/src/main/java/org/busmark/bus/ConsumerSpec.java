package org.busmark.bus;

/**
 * A consumer to open.
 *
 * @param topic that exists
 * @param group that shares the topic's messages among its members
 * @param member this member's number, 0 to members - 1
 * @param members how many members the group will have
 * @param start where a group that has no position yet begins, for systems that can replay
 */
public record ConsumerSpec(TopicSpec topic, String group, int member, int members, Start start) {
    /** Where a group begins that has no position yet. */
    public enum Start {
        /** At what is sent after it joined. */
        LATEST,
        /** At the oldest message that the system still has. */
        EARLIEST
    }

    public ConsumerSpec {
        if (members < 1 || member < 0 || member >= members) {
            throw new IllegalArgumentException("member is not in 0.." + (members - 1) + ": " + member);
        }
    }
}
