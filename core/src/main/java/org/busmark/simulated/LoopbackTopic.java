package org.busmark.simulated;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busmark.bus.TopicSpec;

/** A topic's consumers, by partition. Changed rarely, read at each send. */
final class LoopbackTopic {
    private final TopicSpec spec;
    private final List<LoopbackConsumer> consumers = new CopyOnWriteArrayList<>();
    private volatile LoopbackConsumer[][] byPartition;

    LoopbackTopic(TopicSpec spec) {
        this.spec = spec;
        this.byPartition = new LoopbackConsumer[spec.partitions()][0];
    }

    int partitions() {
        return spec.partitions();
    }

    synchronized void add(LoopbackConsumer consumer) {
        consumers.add(consumer);
        arrange();
    }

    synchronized void remove(LoopbackConsumer consumer) {
        consumers.remove(consumer);
        arrange();
    }

    private void arrange() {
        LoopbackConsumer[][] next = new LoopbackConsumer[spec.partitions()][];
        for (int partition = 0; partition < next.length; partition++) {
            int wanted = partition;
            next[partition] =
                    consumers.stream().filter(consumer -> consumer.owns(wanted)).toArray(LoopbackConsumer[]::new);
        }
        byPartition = next;
    }

    void publish(byte[] payload, int partition) {
        for (LoopbackConsumer consumer : byPartition[partition]) {
            consumer.deliver(payload, partition);
        }
    }

    void closeConsumers() {
        consumers.forEach(LoopbackConsumer::close);
    }
}
