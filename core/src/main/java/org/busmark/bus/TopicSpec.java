package org.busmark.bus;

import java.util.List;

/**
 * A topic to create.
 *
 * @param name letters, digits, dot, dash and underscore
 * @param partitions at least 1
 * @param groups the consumer groups that are known beforehand; a system that keeps messages for each group apart makes
 *     room for these now, so that nothing sent before a group opens is lost to it
 * @param guarantee that the topic's messages are given
 */
public record TopicSpec(String name, int partitions, List<String> groups, Guarantee guarantee) {
    public TopicSpec {
        if (!name.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("name has other than letters, digits, '.', '-', '_': " + name);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is less than 1: " + partitions);
        }
        groups = List.copyOf(groups);
    }

    /** {@link Pattern#FAN_OUT} when several groups are known, else {@link Pattern#QUEUE}. */
    public Pattern pattern() {
        return groups.size() > 1 ? Pattern.FAN_OUT : Pattern.QUEUE;
    }
}
