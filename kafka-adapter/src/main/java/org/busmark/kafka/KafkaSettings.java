package org.busmark.kafka;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/**
 * What clients and topics are configured with: {@link StatedChoices}, on them what the user gave, on that what the
 * guarantee demands. A name that the user gave goes to every client that knows it, and to topics if no client does.
 * Immutable.
 */
final class KafkaSettings {
    /** Names of a connection that are Busmark's own and no client sees. */
    private static final String OWN_PREFIX = "busmark.";

    /** The version that a private broker printed at its start. */
    static final String BROKER_VERSION = OWN_PREFIX + "broker.version";

    private final Map<String, String> connection;
    private final Map<String, String> given;
    private final @Nullable String brokerVersion;

    private KafkaSettings(Map<String, String> connection, Map<String, String> given, @Nullable String brokerVersion) {
        this.connection = connection;
        this.given = given;
        this.brokerVersion = brokerVersion;
    }

    /**
     * Takes what the user gave.
     *
     * @throws BusException naming a setting that no client and no topic knows, that is not for the user to decide, or
     *     whose value the client refuses
     */
    static KafkaSettings of(BusSettings settings) throws BusException {
        Map<String, String> connection = new LinkedHashMap<>(settings.connection());
        connection.keySet().removeIf(name -> name.startsWith(OWN_PREFIX));
        String servers = ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
        if (!connection.containsKey(servers)) {
            throw new BusException("Kafka's address is missing: " + servers);
        }
        for (String name : connection.keySet()) {
            SettingNames.requireGivable(name);
        }
        for (String name : settings.client().keySet()) {
            if (name.equals(servers)) {
                throw new BusException("Kafka setting belongs to the connection, not to a workload: " + name);
            }
            SettingNames.requireGivable(name);
        }
        Map<String, String> given = new LinkedHashMap<>(connection);
        given.putAll(settings.client());
        KafkaSettings result =
                new KafkaSettings(connection, given, settings.connection().get(BROKER_VERSION));
        try {
            result.producerConfig();
            result.consumerConfig();
        } catch (KafkaException e) {
            throw new BusException("Kafka's client refuses a setting: " + KafkaErrors.line(e), e);
        }
        return result;
    }

    /** The version that a private broker printed at its start; null for another broker. */
    @Nullable
    String brokerVersion() {
        return brokerVersion;
    }

    /** Configures the client that creates and deletes topics; knows the connection only, no tuning. */
    Map<String, Object> admin() {
        Map<String, Object> config = new LinkedHashMap<>(StatedChoices.ADMIN);
        addKnown(config, connection, AdminClientConfig.configNames()::contains);
        return config;
    }

    /** Configures one producer. */
    Map<String, Object> producer(ProducerSpec spec) throws BusException {
        Map<String, Object> config = producer();
        config.putAll(KafkaGuarantees.producer(spec.topic().guarantee()));
        config.putIfAbsent(
                ProducerConfig.CLIENT_ID_CONFIG, "busmark-" + spec.topic().name() + "-producer-" + spec.producer());
        return config;
    }

    private Map<String, Object> producer() {
        Map<String, Object> config = new LinkedHashMap<>(StatedChoices.PRODUCER);
        addKnown(config, given, ProducerConfig.configNames()::contains);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    /** Configures one consumer. */
    Map<String, Object> consumer(ConsumerSpec spec) {
        Map<String, Object> config = consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, groupId(spec.topic(), spec.group()));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, spec.start().name().toLowerCase(Locale.ROOT));
        config.putIfAbsent(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "busmark-" + groupId(spec.topic(), spec.group()) + "-consumer-" + spec.member());
        return config;
    }

    private Map<String, Object> consumer() {
        Map<String, Object> config = new LinkedHashMap<>(StatedChoices.CONSUMER);
        if (given.getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic").equalsIgnoreCase("classic")) {
            config.putAll(StatedChoices.CLASSIC_GROUP);
        }
        addKnown(config, given, ConsumerConfig.configNames()::contains);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteBufferDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteBufferDeserializer.class);
        return config;
    }

    /** A group's name for Kafka: groups of different topics, and so of different runs, never mix. */
    static String groupId(TopicSpec topic, String group) {
        return topic.name() + "." + group;
    }

    /** Configures one topic. */
    Map<String, String> topic(TopicSpec topic) throws BusException {
        Map<String, String> config = new LinkedHashMap<>(topic());
        config.putAll(KafkaGuarantees.topic(topic.guarantee()));
        return config;
    }

    private Map<String, String> topic() {
        Map<String, String> config = new LinkedHashMap<>(StatedChoices.TOPIC);
        given.forEach((name, value) -> {
            if (SettingNames.isTopicSetting(name) && !SettingNames.isClientSetting(name)) {
                config.put(name, value);
            }
        });
        return config;
    }

    /** What is in force whatever the guarantee is, as the clients read it; no secrets. */
    Map<String, String> reported() {
        Map<String, String> reported = new LinkedHashMap<>();
        AbstractConfig producer = producerConfig();
        AbstractConfig consumer = consumerConfig();
        // An address differs from run to run and says nothing about how the system was asked to work.
        Set<String> tuning = new LinkedHashSet<>(given.keySet());
        tuning.remove(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
        report(reported, "producer.", producer, StatedChoices.PRODUCER.keySet());
        report(reported, "producer.", producer, tuning);
        report(reported, "consumer.", consumer, StatedChoices.CONSUMER.keySet());
        report(reported, "consumer.", consumer, StatedChoices.CLASSIC_GROUP.keySet());
        report(reported, "consumer.", consumer, List.of(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG));
        report(reported, "consumer.", consumer, tuning);
        topic().forEach((name, value) -> reported.put("topic." + name, value));
        reported.put("topic.replication.factor", Short.toString(KafkaGuarantees.REPLICAS));
        report(reported, "", producer, List.of(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
        if (connection.containsKey(SaslConfigs.SASL_MECHANISM)) {
            report(reported, "", producer, List.of(SaslConfigs.SASL_MECHANISM));
        }
        return reported;
    }

    /** A password's value prints as "[hidden]": the client's type for it sees to that. Names of security stay out too. */
    private static void report(
            Map<String, String> reported, String prefix, AbstractConfig config, Iterable<String> names) {
        for (String name : names) {
            boolean security = prefix.length() > 0
                    && (name.startsWith("sasl.") || name.startsWith("ssl.") || name.startsWith("security."));
            if (!security && config.values().containsKey(name)) {
                reported.put(prefix + name, String.valueOf(config.values().get(name)));
            }
        }
    }

    private ProducerConfig producerConfig() {
        return new ProducerConfig(new HashMap<>(producer()));
    }

    private ConsumerConfig consumerConfig() {
        Map<String, Object> config = consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "busmark");
        return new ConsumerConfig(new HashMap<>(config));
    }

    private static void addKnown(Map<String, Object> config, Map<String, String> given, Predicate<String> names) {
        given.forEach((name, value) -> {
            if (names.test(name)) {
                config.put(name, value);
            }
        });
    }
}
