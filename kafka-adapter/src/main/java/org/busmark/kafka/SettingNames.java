package org.busmark.kafka;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.busmark.bus.BusException;

/** Whose a setting's name is, and which names are not for a user to decide. Kafka's own lists say so. */
final class SettingNames {
    /** Decided by the workload's guarantee, by the harness or by the SPI's contract. */
    private static final Set<String> DECIDED = Set.of(
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.RETRIES_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

    private static final Set<String> TOPIC_NAMES = topicNames();

    private SettingNames() {}

    /**
     * Lets a name pass that a user may give.
     *
     * @throws BusException naming one that no client and no topic knows, or that is decided already
     */
    static void requireGivable(String name) throws BusException {
        if (DECIDED.contains(name)) {
            throw new BusException("Kafka setting is decided by the guarantee or by Busmark itself: " + name);
        }
        if (!isClientSetting(name) && !isTopicSetting(name)) {
            throw new BusException("Kafka setting is not known: " + name);
        }
    }

    /** Whether topics have a setting of this name. */
    static boolean isTopicSetting(String name) {
        return TOPIC_NAMES.contains(name);
    }

    /** Whether any of the clients has a setting of this name. */
    static boolean isClientSetting(String name) {
        return ProducerConfig.configNames().contains(name)
                || ConsumerConfig.configNames().contains(name)
                || AdminClientConfig.configNames().contains(name);
    }

    /** The client has no list of them, but a constant for each. */
    private static Set<String> topicNames() {
        return Arrays.stream(TopicConfig.class.getFields())
                .filter(field -> field.getName().endsWith("_CONFIG"))
                .map(SettingNames::constant)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("public constant cannot be read: " + field, e);
        }
    }
}
