package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.util.Map;
import org.busmark.bench.hosting.BusHost;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.Progress;
import org.busmark.bus.BusAdapter;

/**
 * How a campaign gets at its buses: by an address that was given, else as the request says.
 *
 * @param session that private brokers belong to
 */
record Provisioning(CampaignRequest request, BrokerSession session, Progress progress) {
    BusHost host(BusAdapter adapter) throws BrokerException {
        Map<String, String> external = request.brokerProperties().get(adapter.id());
        if (external != null) {
            return BusHost.external(adapter, external);
        }
        if (!adapter.capabilities().needsBroker()) {
            return BusHost.withoutBroker(adapter);
        }
        return switch (request.brokers()) {
            case NATIVE -> BusHost.startPrivate(adapter, BrokerCache.ofEnvironment(), session, progress);
            case DOCKER -> BusHost.docker(adapter, composeFile(), progress);
            case EXTERNAL ->
                throw new BrokerException(
                        "no address was given for " + adapter.displayName(),
                        "give it: --broker " + adapter.id() + "=FILE.properties");
        };
    }

    /** In the checkout that the launcher names. */
    private static Path composeFile() {
        return Path.of(System.getProperty("busmark.home", "."), "docker-compose.yml");
    }
}
