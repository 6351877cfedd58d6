package org.busmark.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.jspecify.annotations.Nullable;

/** What client and broker say of themselves. */
final class KafkaFacts {
    private static final String METADATA_VERSION = "metadata.version";

    /** What a broker was told that bears on speed or safety. */
    private static final List<String> BROKER_SETTINGS = List.of(
            "num.network.threads",
            "num.io.threads",
            "socket.send.buffer.bytes",
            "socket.receive.buffer.bytes",
            "log.flush.interval.messages",
            "log.segment.bytes",
            "group.initial.rebalance.delay.ms");

    private KafkaFacts() {}

    static BusFacts of(Admin admin, KafkaSettings settings) throws BusException {
        Map<String, String> reported = new LinkedHashMap<>(settings.reported());
        FinalizedVersionRange level = AdminAnswers.await(
                        "ask Kafka for its features", admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(METADATA_VERSION);
        String levelText = level == null ? "not told" : Short.toString(level.maxVersionLevel());
        addBrokerSettings(reported, admin);
        reported.put("broker." + METADATA_VERSION, levelText);
        reported.put("broker.metadata.quorum", quorum(admin));
        // Kafka's protocol tells feature levels, not the software's version; a private broker printed that in its log.
        String printed = settings.brokerVersion();
        return new BusFacts(clientVersion(), printed == null ? METADATA_VERSION + " " + levelText : printed, reported);
    }

    private static void addBrokerSettings(Map<String, String> reported, Admin admin) throws BusException {
        Collection<Node> nodes = AdminAnswers.await(
                "ask Kafka for its nodes", admin.describeCluster().nodes());
        reported.put("broker.nodes", Integer.toString(nodes.size()));
        if (nodes.isEmpty()) {
            return;
        }
        ConfigResource node = new ConfigResource(
                ConfigResource.Type.BROKER, nodes.iterator().next().idString());
        @Nullable Config config;
        try {
            config = AdminAnswers.await(
                            "ask Kafka for its settings",
                            admin.describeConfigs(List.of(node)).all())
                    .get(node);
        } catch (BusException e) {
            // A cluster of somebody else's may keep its settings to itself, and can be measured all the same.
            reported.put("broker.settings", "not told: " + e.getMessage());
            return;
        }
        for (String name : BROKER_SETTINGS) {
            ConfigEntry entry = config == null ? null : config.get(name);
            if (entry != null && !entry.isSensitive()) {
                reported.put("broker." + name, String.valueOf(entry.value()));
            }
        }
    }

    /** Who manages the cluster, in the broker's own words: only a broker without ZooKeeper has a quorum to describe. */
    private static String quorum(Admin admin) {
        try {
            QuorumInfo quorum = AdminAnswers.await(
                    "ask Kafka for its metadata quorum",
                    admin.describeMetadataQuorum().quorumInfo());
            String voters = quorum.voters().stream()
                    .map(voter -> Integer.toString(voter.replicaId()))
                    .collect(Collectors.joining(", "));
            return "KRaft, leader " + quorum.leaderId() + " of voters " + voters;
        } catch (BusException e) {
            return "not told: " + e.getMessage();
        }
    }

    /** From the client's own jar, where its public API does not offer it. */
    private static String clientVersion() throws BusException {
        try (InputStream in = KafkaProducer.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            if (in == null) {
                throw new BusException("kafka-clients does not tell its version");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "not told");
        } catch (IOException e) {
            throw new BusException("kafka-clients does not tell its version: " + e.getMessage(), e);
        }
    }
}
