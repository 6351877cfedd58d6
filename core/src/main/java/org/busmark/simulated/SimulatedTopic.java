package org.busmark.simulated;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busmark.bus.TopicSpec;

/** A topic's consumers, by partition. Changed rarely, read at each send. */
final class SimulatedTopic {
    private final TopicSpec spec;
    private final List<SimulatedConsumer> consumers = new CopyOnWriteArrayList<>();
    private volatile SimulatedConsumer[][] byPartition;

    SimulatedTopic(TopicSpec spec) {
        this.spec = spec;
        this.byPartition = new SimulatedConsumer[spec.partitions()][0];
    }

    TopicSpec spec() {
        return spec;
    }

    synchronized void add(SimulatedConsumer consumer) {
        consumers.add(consumer);
        arrange();
    }

    synchronized void remove(SimulatedConsumer consumer) {
        consumers.remove(consumer);
        arrange();
    }

    private void arrange() {
        SimulatedConsumer[][] next = new SimulatedConsumer[spec.partitions()][];
        for (int partition = 0; partition < next.length; partition++) {
            int wanted = partition;
            next[partition] =
                    consumers.stream().filter(consumer -> consumer.owns(wanted)).toArray(SimulatedConsumer[]::new);
        }
        byPartition = next;
    }

    /** One of each group that is there; the caller must not change the array. */
    SimulatedConsumer[] receivers(int partition) {
        return byPartition[partition];
    }

    /** Whether each known group has someone to receive from a partition. */
    boolean reachesEveryGroup(int partition) {
        return byPartition[partition].length >= Math.max(1, spec.groups().size());
    }

    void closeConsumers() {
        consumers.forEach(SimulatedConsumer::close);
    }
}
