package org.busmark.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@code server.properties} of a private node: broker and controller in one process, without ZooKeeper, on loopback
 * only, every internal topic with the one replica that one node can have.
 *
 * @param brokerPort that clients use
 * @param controllerPort that the node uses itself
 * @param data folder for Kafka's logs
 * @param more replaces or adds properties
 */
record NodeProperties(int brokerPort, int controllerPort, Path data, Map<String, String> more) {
    private static final String HOST = "127.0.0.1";

    NodeProperties {
        more = Map.copyOf(more);
    }

    /** What clients connect to. */
    String address() {
        return HOST + ":" + brokerPort;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    private String text() {
        return properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> properties() {
        String controller = HOST + ":" + controllerPort;
        Map<String, String> all = new LinkedHashMap<>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@" + controller);
        all.put("listeners", "PLAINTEXT://" + address() + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", "PLAINTEXT://" + address());
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("log.dirs", data.toString());
        all.put("num.partitions", "1");
        all.put("offsets.topic.num.partitions", "1");
        all.put("offsets.topic.replication.factor", "1");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "1");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "1");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("auto.create.topics.enable", "false");
        // A deleted topic's files go soon, so that a campaign does not fill the disk with those of its past workloads.
        all.put("log.segment.delete.delay.ms", "1000");
        all.putAll(more);
        return all;
    }
}
