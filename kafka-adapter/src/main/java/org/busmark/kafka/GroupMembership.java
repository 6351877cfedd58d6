package org.busmark.kafka;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;

/** Follows which partitions a consumer has. The client calls it on the poll thread, within poll. */
final class GroupMembership implements ConsumerRebalanceListener {
    private final KafkaConsumer<ByteBuffer, ByteBuffer> client;
    private final OffsetCommits commits;
    private final DisturbanceListener disturbances;
    private final String name;
    private final BooleanSupplier closing;
    private final CountDownLatch settled;

    /**
     * Follows one member.
     *
     * @param name of the consumer, for people
     * @param closing whether partitions are given up on purpose
     * @param settled is counted down when the group has told this member its share, be it nothing
     */
    GroupMembership(
            KafkaConsumer<ByteBuffer, ByteBuffer> client,
            OffsetCommits commits,
            DisturbanceListener disturbances,
            String name,
            BooleanSupplier closing,
            CountDownLatch settled) {
        this.client = client;
        this.commits = commits;
        this.disturbances = disturbances;
        this.name = name;
        this.closing = closing;
        this.settled = settled;
    }

    /**
     * Fixes the place where this member begins. Left to itself the client would ask for "latest" later, and miss what
     * was sent in between.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            client.position(partition);
        }
        commits.markDue();
        settled.countDown();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty() || closing.getAsBoolean()) {
            return;
        }
        disturb("gave up", partitions);
        commits.flush();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty() && !closing.getAsBoolean()) {
            disturb("lost", partitions);
        }
    }

    private void disturb(String what, Collection<TopicPartition> partitions) {
        disturbances.onDisturbance(Disturbance.REBALANCE, name + " " + what + " " + partitions);
    }
}
