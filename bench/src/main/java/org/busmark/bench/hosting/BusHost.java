package org.busmark.bench.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.Progress;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.MessageBus;
import org.busmark.traffic.Conditioning;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/** One bus that can be reached, with the private broker behind it if Busmark started one. */
public final class BusHost implements AutoCloseable {
    private final BusAdapter adapter;
    private final Map<String, String> connection;
    private final @Nullable String provisioning;
    private final @Nullable Broker broker;

    private BusHost(
            BusAdapter adapter,
            Map<String, String> connection,
            @Nullable String provisioning,
            @Nullable Broker broker) {
        this.adapter = adapter;
        this.connection = Map.copyOf(connection);
        this.provisioning = provisioning;
        this.broker = broker;
    }

    /** A bus that lives in its clients. */
    public static BusHost withoutBroker(BusAdapter adapter) {
        return new BusHost(adapter, Map.of(), null, null);
    }

    /** A bus at an address that the user gave. */
    public static BusHost external(BusAdapter adapter, Map<String, String> connection) {
        return new BusHost(adapter, connection, "external", null);
    }

    /**
     * A bus with a private broker: gets the software if need be and starts it.
     *
     * @throws BrokerException with reason and remedy
     */
    public static BusHost startPrivate(BusAdapter adapter, BrokerCache cache, BrokerSession session, Progress progress)
            throws BrokerException {
        if (!adapter.capabilities().needsBroker()) {
            return withoutBroker(adapter);
        }
        if (!(adapter instanceof ProvisionsBroker provisions)) {
            throw new BrokerException(
                    adapter.displayName() + " needs a broker, and its adapter cannot start one",
                    "start one and give its address: --broker " + adapter.id() + "=FILE.properties");
        }
        BrokerRecipe recipe = provisions.brokerRecipe();
        Broker broker = recipe.start(recipe.install(cache, progress), session, progress);
        return new BusHost(adapter, broker.connection(), broker.provisioning(), broker);
    }

    /**
     * A bus whose broker is a container.
     *
     * @param compose docker-compose.yml
     * @throws BrokerException with reason and remedy
     */
    public static BusHost docker(BusAdapter adapter, Path compose, Progress progress) throws BrokerException {
        Broker broker = DockerBroker.start(compose, adapter.id(), progress);
        return new BusHost(adapter, broker.connection(), broker.provisioning(), broker);
    }

    public BusAdapter adapter() {
        return adapter;
    }

    /** In native names; may hold a password. */
    public Map<String, String> connection() {
        return connection;
    }

    /** How the broker was had; null where there is none. */
    public @Nullable String provisioning() {
        return provisioning;
    }

    /** The broker's processes that Busmark started. */
    public List<Long> processes() {
        return broker == null
                ? List.of()
                : broker.processes().stream().map(ProcessHandle::pid).toList();
    }

    /** False when a private broker's process has ended; nothing is known of a broker that somebody else runs. */
    public boolean isAlive() {
        return broker == null || broker.processes().stream().allMatch(ProcessHandle::isAlive);
    }

    /** The broker's logs. */
    public List<Path> logs() {
        return broker == null ? List.of() : broker.logs();
    }

    /**
     * Drives discarded work through it until its rate is steady; nothing to do without a broker.
     *
     * @param conditioning decides when it is; {@link ConditioningWork#untilSteady} outside tests
     */
    public Conditioning.@Nullable Outcome condition(Workload workload, Conditioning conditioning) throws BusException {
        if (!adapter.capabilities().needsBroker()) {
            return null;
        }
        BusSettings settings = new BusSettings(connection, workload.settingsFor(adapter.id()));
        try (MessageBus bus = adapter.connect(settings, new DisturbanceLog())) {
            return conditioning.condition(
                    bus,
                    adapter.capabilities(),
                    workload,
                    ThreadLocalRandom.current().nextInt());
        }
    }

    /** Stops the private broker. */
    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
