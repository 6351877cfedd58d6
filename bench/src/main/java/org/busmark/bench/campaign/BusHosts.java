package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.hosting.ConditioningWork;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.BusRecord.NotMeasured;
import org.busmark.results.record.GuaranteeRecord;
import org.busmark.traffic.Conditioning;
import org.busmark.traffic.DisturbanceLog;
import org.jspecify.annotations.Nullable;

/** The buses of a campaign: those that can be reached, and why the others cannot. */
final class BusHosts implements AutoCloseable {
    private final CampaignRequest request;
    private final BrokerSession session;
    private final ProgressLine progress;
    private final BrokerLogs logs;
    private final Map<String, BusHost> hosts = new LinkedHashMap<>();
    private final Map<String, NotMeasured> missing = new LinkedHashMap<>();
    private final Map<String, BusFacts> facts = new LinkedHashMap<>();
    private final Map<String, String> conditioning = new LinkedHashMap<>();

    BusHosts(CampaignRequest request, BrokerSession session, ProgressLine progress, BrokerLogs logs) {
        this.request = request;
        this.session = session;
        this.progress = progress;
        this.logs = logs;
    }

    /** The bus with this id; null if it cannot be had. */
    @Nullable
    BusHost find(String bus) {
        return hosts.get(bus);
    }

    /** Starts and conditions each bus that has work. */
    void start(Plan plan) {
        for (BusAdapter adapter : plan.buses()) {
            if (plan.offered().stream().anyMatch(cell -> cell.bus().equals(adapter.id()))) {
                start(adapter);
            }
        }
    }

    private void start(BusAdapter adapter) {
        progress.phase("starting " + adapter.displayName());
        try {
            BusHost host = host(adapter);
            hosts.put(adapter.id(), host);
            facts.put(adapter.id(), factsOf(host));
            if (adapter.capabilities().needsBroker()) {
                progress.phase("conditioning " + adapter.displayName() + " (30 s at most)");
            }
            Conditioning.Outcome outcome =
                    host.condition(ConditioningWork.at(Guarantee.FIRE_AND_FORGET), ConditioningWork.untilSteady());
            if (outcome != null) {
                conditioning.put(adapter.id(), describe(outcome));
            }
        } catch (BrokerException e) {
            lacks(adapter, String.valueOf(e.getMessage()), e.remedy());
        } catch (BusException e) {
            lacks(adapter, String.valueOf(e.getMessage()), "look at its log in " + request.out() + "/logs");
        }
    }

    private BusHost host(BusAdapter adapter) throws BrokerException {
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

    private static BusFacts factsOf(BusHost host) throws BusException {
        try (MessageBus bus =
                host.adapter().connect(new BusSettings(host.connection(), Map.of()), new DisturbanceLog())) {
            return bus.facts();
        }
    }

    private void lacks(BusAdapter adapter, String reason, String remedy) {
        progress.message(adapter.displayName() + " is not measured: " + reason + "; remedy: " + remedy);
        missing.put(adapter.id(), new NotMeasured(reason, remedy));
        BusHost started = hosts.remove(adapter.id());
        if (started != null) {
            stop(started);
        }
    }

    private static String describe(Conditioning.Outcome outcome) {
        List<String> rates = outcome.ratesPerSecond().stream()
                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                .toList();
        return (outcome.steady() ? "steady" : "not steady after 30 s") + "; messages/s every 2 s: "
                + String.join(", ", rates);
    }

    /** What the report says of each bus. */
    List<BusRecord> records(Plan plan) {
        List<BusRecord> records = new ArrayList<>();
        for (BusAdapter adapter : plan.buses()) {
            BusFacts known = facts.get(adapter.id());
            BusHost host = hosts.get(adapter.id());
            records.add(new BusRecord(
                    adapter.id(),
                    adapter.displayName(),
                    known == null ? null : known.clientVersion(),
                    known == null ? null : known.brokerVersion(),
                    host == null ? null : host.provisioning(),
                    missing.get(adapter.id()),
                    guarantees(plan, adapter),
                    conditioning.get(adapter.id())));
        }
        return records;
    }

    private static List<GuaranteeRecord> guarantees(Plan plan, BusAdapter adapter) {
        Set<Guarantee> asked = plan.offered().stream()
                .filter(cell -> cell.bus().equals(adapter.id()))
                .map(cell -> cell.workload().guarantee())
                .collect(Collectors.toSet());
        return new TreeMap<>(adapter.guarantees())
                .entrySet().stream()
                        .filter(offered -> asked.contains(offered.getKey()))
                        .map(offered -> new GuaranteeRecord(
                                offered.getKey(),
                                offered.getValue().how(),
                                offered.getValue().settings()))
                        .toList();
    }

    private void stop(BusHost host) {
        List<Path> files = host.logs();
        host.close();
        try {
            logs.keep(host.adapter().id(), files);
        } catch (IOException e) {
            progress.message("cannot keep the logs of " + host.adapter().displayName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        progress.phase("stopping brokers");
        hosts.values().forEach(this::stop);
    }
}
