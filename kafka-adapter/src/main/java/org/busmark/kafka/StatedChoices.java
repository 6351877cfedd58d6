package org.busmark.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.busmark.bus.Producer;

/**
 * How Busmark sets up Kafka's clients and topics when nobody says otherwise: batches as its community sends them, for
 * throughput, and bounds that the SPI asks for. Every choice is stated even where it is the client's default today, so
 * that a new version of the client does not change a measurement without a word.
 */
final class StatedChoices {
    /** The largest payload: 1 MiB. */
    static final int MAX_MESSAGE_BYTES = 1 << 20;

    /** Room for the largest payload with its key and Kafka's framing. */
    private static final int MAX_RECORD_BYTES = MAX_MESSAGE_BYTES + (64 << 10);

    static final Map<String, String> PRODUCER = inOrder(
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

    static final Map<String, String> CONSUMER = inOrder(
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
            // What Kafka's own consumer tool has; the client's default of 64 KiB makes many small reads of a fetch.
            ConsumerConfig.RECEIVE_BUFFER_CONFIG, "2097152",
            ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");

    /**
     * A member learns from its heartbeat that another one has come; at the client's 3 s, groups would take seconds to
     * form. The newer protocol has this from the broker and refuses the setting.
     */
    static final Map<String, String> CLASSIC_GROUP = inOrder(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "500");

    static final Map<String, String> TOPIC =
            inOrder(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));

    /** Two calls in a row end within the 30 s that a call of the bus may take. */
    static final Map<String, String> ADMIN = inOrder(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "14000",
            AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, "false");

    private StatedChoices() {}

    private static Map<String, String> inOrder(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
