package org.busmark.kafka;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/**
 * What clients and topics are configured with: Busmark's own choices, on them what the user gave, on that what the
 * guarantee demands. Immutable.
 *
 * <p>Every choice is stated even where it is the client's default today, so that a new version of the client does not
 * change a measurement without a word. A name that the user gave goes to every client that knows it, and to topics if no
 * client does.
 */
final class KafkaSettings {
    /** The largest payload: 1 MiB. */
    static final int MAX_MESSAGE_BYTES = 1 << 20;

    /** Room for the largest payload with its key and Kafka's framing. */
    private static final int MAX_RECORD_BYTES = MAX_MESSAGE_BYTES + (64 << 10);

    /** Names of a connection that are Busmark's own and no client sees. */
    private static final String OWN_PREFIX = "busmark.";

    /** The version that a private broker printed at its start. */
    static final String BROKER_VERSION = OWN_PREFIX + "broker.version";

    private static final Map<String, String> PRODUCER = inOrder(
            ProducerConfig.BATCH_SIZE_CONFIG, "131072",
            ProducerConfig.LINGER_MS_CONFIG, "5",
            ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864",
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "none",
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(MAX_RECORD_BYTES),
            ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(Producer.MAX_BLOCK.toMillis()),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000",
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "20000",
            ProducerConfig.SEND_BUFFER_CONFIG, "131072",
            ProducerConfig.RECEIVE_BUFFER_CONFIG, "32768",
            ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");

    private static final Map<String, String> CONSUMER = inOrder(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "500",
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "52428800",
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "1048576",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "10000",
            ConsumerConfig.CHECK_CRCS_CONFIG, "true",
            ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic",
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "20000",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "25000",
            ConsumerConfig.SEND_BUFFER_CONFIG, "131072",
            ConsumerConfig.RECEIVE_BUFFER_CONFIG, "65536",
            ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");

    /**
     * A member learns from its heartbeat that another one has come; at the client's 3 s, groups would take seconds to
     * form. The newer protocol has this from the broker and refuses the setting.
     */
    private static final Map<String, String> CLASSIC_GROUP =
            inOrder(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "500");

    private static final Map<String, String> TOPIC =
            inOrder(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));

    /** Two calls in a row end within the 30 s that a call of the bus may take. */
    private static final Map<String, String> ADMIN = inOrder(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "14000",
            AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, "false");

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
            requireKnown(name);
        }
        for (String name : settings.client().keySet()) {
            if (name.equals(servers)) {
                throw new BusException("Kafka setting belongs to the connection, not to a workload: " + name);
            }
            requireKnown(name);
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

    private static void requireKnown(String name) throws BusException {
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

    private static boolean isClientSetting(String name) {
        return ProducerConfig.configNames().contains(name)
                || ConsumerConfig.configNames().contains(name)
                || AdminClientConfig.configNames().contains(name);
    }

    /** The version that a private broker printed at its start; null for another broker. */
    @Nullable
    String brokerVersion() {
        return brokerVersion;
    }

    /** Configures the client that creates and deletes topics; knows the connection only, no tuning. */
    Map<String, Object> admin() {
        Map<String, Object> config = new LinkedHashMap<>(ADMIN);
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
        Map<String, Object> config = new LinkedHashMap<>(PRODUCER);
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
        Map<String, Object> config = new LinkedHashMap<>(CONSUMER);
        if (given.getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic").equalsIgnoreCase("classic")) {
            config.putAll(CLASSIC_GROUP);
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
        Map<String, String> config = new LinkedHashMap<>(TOPIC);
        given.forEach((name, value) -> {
            if (isTopicSetting(name) && !isClientSetting(name)) {
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
        report(reported, "producer.", producer, PRODUCER.keySet());
        report(reported, "producer.", producer, given.keySet());
        report(reported, "consumer.", consumer, CONSUMER.keySet());
        report(reported, "consumer.", consumer, CLASSIC_GROUP.keySet());
        report(reported, "consumer.", consumer, List.of(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG));
        report(reported, "consumer.", consumer, given.keySet());
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

    private static Map<String, String> inOrder(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** The client has no list of them, but a constant for each. */
    private static Set<String> topicNames() {
        return Arrays.stream(TopicConfig.class.getFields())
                .filter(field -> field.getName().endsWith("_CONFIG"))
                .map(KafkaSettings::constant)
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
