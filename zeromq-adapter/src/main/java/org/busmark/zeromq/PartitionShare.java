package org.busmark.zeromq;

import java.util.stream.IntStream;
import org.busmark.bus.ConsumerSpec;

/**
 * Which partitions a member of a group receives from: dealt out in turn when there are enough of them; else each member
 * has one, which others have too.
 */
final class PartitionShare {
    private PartitionShare() {}

    static int[] of(ConsumerSpec spec) {
        int partitions = spec.topic().partitions();
        if (spec.members() > partitions) {
            return new int[] {spec.member() % partitions};
        }
        return IntStream.range(0, partitions)
                .filter(partition -> partition % spec.members() == spec.member())
                .toArray();
    }
}
