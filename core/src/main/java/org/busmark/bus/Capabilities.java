package org.busmark.bus;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a system can do, as data. The planner leaves out what is not here and prints it as "not offered"; nothing is
 * faked.
 *
 * @param patterns that it offers
 * @param order what it promises about order at every guarantee
 * @param groupsShareAPartition whether several members of one group are served from one partition at the same time
 * @param keepsForLateGroups whether a group that opens after messages were sent can still receive them
 * @param flagsRedelivery whether a message that was delivered before carries a mark when it comes again
 * @param maxMessageBytes the largest payload, as configured by the adapter
 * @param needsBroker whether a process besides the clients takes part
 * @param bound whether this is no system to choose but a limit: its figures are what the instrument and the machine add
 *     to everyone's
 */
public record Capabilities(
        Set<Pattern> patterns,
        OrderingScope order,
        boolean groupsShareAPartition,
        boolean keepsForLateGroups,
        boolean flagsRedelivery,
        int maxMessageBytes,
        boolean needsBroker,
        boolean bound) {
    /** Of a messaging system. */
    public Capabilities(
            Set<Pattern> patterns,
            OrderingScope order,
            boolean groupsShareAPartition,
            boolean keepsForLateGroups,
            boolean flagsRedelivery,
            int maxMessageBytes,
            boolean needsBroker) {
        this(
                patterns,
                order,
                groupsShareAPartition,
                keepsForLateGroups,
                flagsRedelivery,
                maxMessageBytes,
                needsBroker,
                false);
    }

    public Capabilities {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("patterns is empty");
        }
        if (maxMessageBytes <= 0) {
            throw new IllegalArgumentException("maxMessageBytes is not positive: " + maxMessageBytes);
        }
        patterns = Collections.unmodifiableSet(EnumSet.copyOf(patterns));
    }
}
