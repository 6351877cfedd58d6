package org.busmark.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
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

    /** Returns when every partition has a leader that clients can learn of: the controller answers before that. */
    void create(TopicSpec topic) throws BusException {
        NewTopic wanted =
                new NewTopic(topic.name(), topic.partitions(), KafkaGuarantees.REPLICAS).configs(settings.topic(topic));
        AdminAnswers.await(
                "create topic " + topic.name(),
                admin.createTopics(List.of(wanted)).all());
        awaitVisible(topic);
    }

    private void awaitVisible(TopicSpec topic) throws BusException {
        long startNs = System.nanoTime();
        while (!isLed(describe(topic.name()), topic.partitions())) {
            if (System.nanoTime() - startNs > MAX_WAIT_NS
                    || Thread.currentThread().isInterrupted()) {
                throw new BusException("topic was created but its partitions have no leader: " + topic.name());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private @Nullable TopicDescription describe(String name) throws BusException {
        try {
            return AdminAnswers.await(
                            "describe topic " + name,
                            admin.describeTopics(List.of(name)).allTopicNames())
                    .get(name);
        } catch (BusException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw e;
        }
    }

    private static boolean isLed(@Nullable TopicDescription description, int partitions) {
        return description != null
                && description.partitions().size() == partitions
                && description.partitions().stream().allMatch(KafkaTopics::isLed);
    }

    private static boolean isLed(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader != null && !leader.isEmpty();
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
