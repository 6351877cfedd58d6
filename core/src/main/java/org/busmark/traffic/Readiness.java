package org.busmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which probes arrived: one place for each lane, group and partition. A lane is ready when each group has seen one of
 * its probes from each partition, so that nothing measured can be lost to a subscription that was still on its way.
 * Thread-safe.
 */
final class Readiness {
    private final int groups;
    private final int partitions;
    private final AtomicIntegerArray seen;

    Readiness(int lanes, int groups, int partitions) {
        this.groups = groups;
        this.partitions = partitions;
        this.seen = new AtomicIntegerArray(lanes * groups * partitions);
    }

    void seen(int lane, int group, int partition) {
        int place = (lane * groups + group) * partitions + partition;
        if (place < seen.length()) {
            seen.lazySet(place, 1);
        }
    }

    boolean isReady(int lane) {
        return missing(lane).isEmpty();
    }

    /** What this lane still waits for, in words. */
    List<String> missing(int lane) {
        List<String> missing = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            for (int partition = 0; partition < partitions; partition++) {
                if (seen.get((lane * groups + group) * partitions + partition) == 0) {
                    missing.add("group " + group + " partition " + partition);
                }
            }
        }
        return missing;
    }
}
