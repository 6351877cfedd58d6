package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.Test;

final class KafkaSettingsTest {
    private static final Map<String, String> ADDRESS = Map.of("bootstrap.servers", "127.0.0.1:9");

    @Test
    void statesWhatProducersConsumersAndTopicsGet() throws BusException {
        Map<String, String> reported = settings(Map.of()).reported();
        Map.ofEntries(
                        Map.entry("producer.batch.size", "131072"),
                        Map.entry("producer.linger.ms", "5"),
                        Map.entry("producer.buffer.memory", "67108864"),
                        Map.entry("producer.compression.type", "none"),
                        Map.entry("producer.max.in.flight.requests.per.connection", "5"),
                        Map.entry("producer.max.request.size", "1114112"),
                        Map.entry("producer.max.block.ms", "30000"),
                        Map.entry("producer.delivery.timeout.ms", "30000"),
                        Map.entry("consumer.fetch.min.bytes", "1"),
                        Map.entry("consumer.fetch.max.wait.ms", "500"),
                        Map.entry("consumer.max.poll.records", "10000"),
                        Map.entry("consumer.enable.auto.commit", "false"),
                        Map.entry("consumer.group.protocol", "classic"),
                        Map.entry("consumer.heartbeat.interval.ms", "500"),
                        Map.entry("topic.max.message.bytes", "1114112"),
                        Map.entry("topic.replication.factor", "1"),
                        Map.entry("security.protocol", "PLAINTEXT"))
                .forEach((name, value) -> assertEquals(value, reported.get(name), name));
        assertFalse(reported.toString().contains("127.0.0.1"), "an address is no setting");
    }

    @Test
    void givesEachNameToWhoKnowsIt() throws BusException {
        KafkaSettings settings = settings(Map.of(
                "linger.ms", "20",
                "max.poll.records", "7",
                "send.buffer.bytes", "4096",
                "segment.bytes", "1048576",
                "compression.type", "lz4"));
        Map<String, Object> producer = settings.producer(new ProducerSpec(topic(Guarantee.PERSISTED), 0, 1));
        Map<String, Object> consumer = settings.consumer(consumer(ConsumerSpec.Start.LATEST));
        Map<String, String> topic = settings.topic(topic(Guarantee.PERSISTED));

        assertEquals("20", producer.get("linger.ms"));
        assertEquals("4096", producer.get("send.buffer.bytes"));
        assertEquals("4096", consumer.get("send.buffer.bytes"));
        assertEquals("7", consumer.get("max.poll.records"));
        assertFalse(consumer.containsKey("linger.ms"), "a producer's setting at the consumer");
        assertEquals("1048576", topic.get("segment.bytes"));
        assertFalse(topic.containsKey("compression.type"), "a producer's setting at the topic");
        assertFalse(settings.admin().containsKey("send.buffer.bytes"), "tuning at the admin client");
        assertEquals("20", settings.reported().get("producer.linger.ms"));
        assertEquals("1048576", settings.reported().get("topic.segment.bytes"));
    }

    @Test
    void guaranteeDecidesOverProducersAndTopics() throws BusException {
        KafkaSettings settings = settings(Map.of());
        Map<Guarantee, List<String>> expected = Map.of(
                Guarantee.FIRE_AND_FORGET, List.of("0", "false", "0"),
                Guarantee.ACKNOWLEDGED, List.of("1", "false", "0"),
                Guarantee.PERSISTED, List.of("all", "true", "2147483647"),
                Guarantee.FLUSHED, List.of("all", "true", "2147483647"));
        assertEquals(expected.keySet(), KafkaGuarantees.OFFERED.keySet());
        for (Guarantee guarantee : expected.keySet()) {
            Map<String, Object> producer = settings.producer(new ProducerSpec(topic(guarantee), 0, 1));
            assertEquals(
                    expected.get(guarantee),
                    List.of(producer.get("acks"), producer.get("enable.idempotence"), producer.get("retries")),
                    guarantee::toString);
            assertEquals(
                    guarantee == Guarantee.FLUSHED ? "1" : null,
                    settings.topic(topic(guarantee)).get("flush.messages"),
                    guarantee::toString);
        }
        assertThrows(BusException.class, () -> settings.topic(topic(Guarantee.REPLICATED)));
    }

    @Test
    void groupsOfDifferentTopicsNeverMix() throws BusException {
        Map<String, Object> consumer = settings(Map.of()).consumer(consumer(ConsumerSpec.Start.EARLIEST));
        assertEquals("orders.readers", consumer.get("group.id"));
        assertEquals("earliest", consumer.get("auto.offset.reset"));
    }

    @Test
    void newGroupProtocolGetsNoSettingOfTheOldOne() throws BusException {
        KafkaSettings settings = settings(Map.of("group.protocol", "consumer"));
        assertFalse(settings.consumer(consumer(ConsumerSpec.Start.LATEST)).containsKey("heartbeat.interval.ms"));
    }

    @Test
    void refusesWhatNobodyKnows() {
        assertRefused("lingerms", Map.of("lingerms", "5"));
    }

    @Test
    void refusesWhatIsNotForTheUserToDecide() {
        for (String name : List.of("acks", "enable.idempotence", "group.id", "flush.messages", "max.block.ms")) {
            assertRefused(name, Map.of(name, "1"));
        }
        assertRefused("bootstrap.servers", Map.of("bootstrap.servers", "127.0.0.1:1"));
    }

    @Test
    void refusesValuesThatTheClientRefuses() {
        assertRefused("linger.ms", Map.of("linger.ms", "soon"));
        assertRefused("fetch.min.bytes", Map.of("fetch.min.bytes", "-1"));
    }

    @Test
    void needsAnAddress() {
        BusException refused = assertThrows(BusException.class, () -> KafkaSettings.of(BusSettings.NONE));
        assertTrue(String.valueOf(refused.getMessage()).contains("bootstrap.servers"), refused::getMessage);
    }

    @Test
    void keepsSecretsOutOfTheReport() throws BusException {
        Map<String, String> connection = Map.of(
                "bootstrap.servers", "127.0.0.1:9",
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\""
                                + " password=\"s3cret\";",
                "ssl.truststore.password", "s3cret");
        KafkaSettings settings =
                KafkaSettings.of(new BusSettings(connection, Map.of("ssl.keystore.password", "s3cret")));

        assertEquals(connection.get("sasl.jaas.config"), settings.admin().get("sasl.jaas.config"));
        assertEquals("SASL_PLAINTEXT", settings.reported().get("security.protocol"));
        assertEquals("PLAIN", settings.reported().get("sasl.mechanism"));
        assertFalse(settings.reported().toString().contains("s3cret"), "the report shows a password");
    }

    @Test
    void brokersVersionIsNoSettingOfTheClient() throws BusException {
        KafkaSettings settings = KafkaSettings.of(new BusSettings(
                Map.of("bootstrap.servers", "127.0.0.1:9", KafkaSettings.BROKER_VERSION, "4.4.0"), Map.of()));
        assertEquals("4.4.0", settings.brokerVersion());
        assertFalse(settings.admin().containsKey(KafkaSettings.BROKER_VERSION));
        assertNull(settings(Map.of()).brokerVersion());
    }

    private static void assertRefused(String named, Map<String, String> client) {
        BusException refused = assertThrows(BusException.class, () -> settings(client), named);
        assertTrue(String.valueOf(refused.getMessage()).contains(named), refused::getMessage);
    }

    private static KafkaSettings settings(Map<String, String> client) throws BusException {
        return KafkaSettings.of(new BusSettings(ADDRESS, client));
    }

    private static TopicSpec topic(Guarantee guarantee) {
        return new TopicSpec("orders", 1, List.of("readers"), guarantee);
    }

    private static ConsumerSpec consumer(ConsumerSpec.Start start) {
        return new ConsumerSpec(topic(Guarantee.ACKNOWLEDGED), "readers", 0, 1, start);
    }
}
