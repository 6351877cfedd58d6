package org.busmark.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.busmark.bus.BusException;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/** Creates and deletes topics. Called from one thread at a time. */
final class KafkaTopics {
    private static final long MAX_WAIT_NS = Duration.ofSeconds(14).toNanos();
    private static final long POLL_NS = Duration.ofMillis(10).toNanos();

    private final Admin admin;
    private final KafkaSettings settings;

    KafkaTopics(Admin admin, KafkaSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Returns when every partition's leader serves it. The controller answers before metadata names the leaders, and
     * metadata names them a moment before they serve; what is sent in that moment with acks=0 is lost without a word.
     */
    void create(TopicSpec topic) throws BusException {
        NewTopic wanted =
                new NewTopic(topic.name(), topic.partitions(), KafkaGuarantees.REPLICAS).configs(settings.topic(topic));
        AdminAnswers.await(
                "create topic " + topic.name(),
                admin.createTopics(List.of(wanted)).all());
        long startNs = System.nanoTime();
        while (!isNamed(topic) || !isServed(topic)) {
            if (System.nanoTime() - startNs > MAX_WAIT_NS
                    || Thread.currentThread().isInterrupted()) {
                throw new BusException("topic was created but its partitions have no leader: " + topic.name());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private boolean isNamed(TopicSpec topic) throws BusException {
        Map<String, TopicDescription> known =
                awaitIfKnown(topic, admin.describeTopics(List.of(topic.name())).allTopicNames());
        return known != null
                && known.values().stream()
                        .allMatch(description -> description.partitions().size() == topic.partitions()
                                && description.partitions().stream().allMatch(KafkaTopics::isLed));
    }

    private static boolean isLed(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader != null && !leader.isEmpty();
    }

    /** A leader that tells its last offset serves; the client asks again while it does not. */
    private boolean isServed(TopicSpec topic) throws BusException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return awaitIfKnown(topic, admin.listOffsets(ends).all()) != null;
    }

    /** Null while the node that was asked has not heard of the topic. */
    private static <T> @Nullable T awaitIfKnown(TopicSpec topic, KafkaFuture<T> answer) throws BusException {
        try {
            return AdminAnswers.await("find the leaders of topic " + topic.name(), answer);
        } catch (BusException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw e;
        }
    }

    /** Deletes the topic, then the positions of the groups that it was made for. */
    void delete(TopicSpec topic) throws BusException {
        AdminAnswers.await(
                "delete topic " + topic.name(),
                admin.deleteTopics(List.of(topic.name())).all());
        List<String> groups = topic.groups().stream()
                .map(group -> KafkaSettings.groupId(topic, group))
                .toList();
        if (!groups.isEmpty()) {
            // Not waited for: a group that never had a member does not exist, and empty ones expire by themselves.
            admin.deleteConsumerGroups(groups);
        }
    }
}
