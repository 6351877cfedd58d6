package org.busmark.kafka;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;

/**
 * How Kafka offers each guarantee. The terms that the report prints are the very settings that producers and topics
 * get.
 *
 * <p>Without idempotence a second try can store a message twice or behind its successor, so there is none at acks 0 and
 * 1: a send that fails has an outcome that says so. With acks=all the client's idempotence makes retries safe.
 *
 * <p>REPLICATED is absent: it needs three nodes, and a private broker is one.
 */
final class KafkaGuarantees {
    /** Number of copies of each partition at every guarantee offered here. */
    static final short REPLICAS = 1;

    private static final String COMMITS = " The consumer commits offsets after its listener returned, at most every "
            + OffsetCommits.INTERVAL.toMillis() + " ms and at close.";

    static final Map<Guarantee, GuaranteeTerms> OFFERED = offered();

    private KafkaGuarantees() {}

    /** What this guarantee asks of a producer. */
    static Map<String, String> producer(Guarantee guarantee) throws BusException {
        return only(guarantee, ProducerConfig.configNames()::contains);
    }

    /** What this guarantee asks of a topic. */
    static Map<String, String> topic(Guarantee guarantee) throws BusException {
        return only(guarantee, SettingNames::isTopicSetting);
    }

    private static Map<String, String> only(Guarantee guarantee, Predicate<String> names) throws BusException {
        GuaranteeTerms terms = OFFERED.get(guarantee);
        if (terms == null) {
            throw new BusException("Kafka does not offer the guarantee " + guarantee + " on one node");
        }
        Map<String, String> chosen = new LinkedHashMap<>(terms.settings());
        chosen.keySet().removeIf(names.negate());
        return chosen;
    }

    private static Map<Guarantee, GuaranteeTerms> offered() {
        Map<Guarantee, GuaranteeTerms> offered = new EnumMap<>(Guarantee.class);
        offered.put(
                Guarantee.FIRE_AND_FORGET,
                new GuaranteeTerms(
                        "The producer asks for no answer; the consumer commits no offset.", settings("0", false)));
        offered.put(
                Guarantee.ACKNOWLEDGED,
                new GuaranteeTerms(
                        "The leader answers when it has written to its log, not synced." + COMMITS,
                        settings("1", false)));
        Map<String, String> persisted = settings("all", true);
        persisted.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1");
        offered.put(
                Guarantee.PERSISTED,
                new GuaranteeTerms(
                        "All in-sync replicas answer when they have written to their logs, not synced; the operating"
                                + " system keeps what a killed broker wrote. With one replica this is the same mechanism"
                                + " in the broker as acks=1; the client adds idempotence and safe retries."
                                + COMMITS,
                        persisted));
        Map<String, String> flushed = new LinkedHashMap<>(persisted);
        flushed.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        offered.put(
                Guarantee.FLUSHED,
                new GuaranteeTerms(
                        "The broker syncs its log after each batch that it writes, before it answers." + COMMITS,
                        flushed));
        return Collections.unmodifiableMap(offered);
    }

    private static Map<String, String> settings(String acks, boolean idempotent) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(ProducerConfig.ACKS_CONFIG, acks);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, Boolean.toString(idempotent));
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.toString(idempotent ? Integer.MAX_VALUE : 0));
        settings.put("replication.factor", Short.toString(REPLICAS));
        return settings;
    }
}
