package org.busmark.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerProcess;

/**
 * A running private Kafka node.
 *
 * @param process its JVM
 * @param address for clients
 * @param version that it printed at its start
 * @param provisioning for the report
 * @param log of the broker
 */
record KafkaBroker(BrokerProcess process, String address, String version, String provisioning, Path log)
        implements Broker {
    @Override
    public Map<String, String> connection() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address, KafkaSettings.BROKER_VERSION, version);
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process.handle());
    }

    @Override
    public List<Path> logs() {
        return List.of(log);
    }

    @Override
    public void close() {
        process.close();
    }
}
