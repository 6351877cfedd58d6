package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerException;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.MessageBus;
import org.busmark.traffic.Conditioning;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.workload.BrokerLife;
import org.jspecify.annotations.Nullable;

/**
 * The buses that can be reached now. One whose first start in a session fails is given up for that session; what came
 * up before is tried again in every round. Confined to one thread.
 */
final class BusHosts implements AutoCloseable {
    private final Provisioning provisioning;
    private final Conditioner conditioner;
    private final BusNotes notes;
    private final Interruption interruption;
    private final ProgressLine progress;
    private final BrokerLogs logs;
    private final boolean eachRound;
    private final Map<String, Up> up = new LinkedHashMap<>();
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private final Set<String> givenUp = new HashSet<>();
    private final Set<String> revived = new HashSet<>();

    BusHosts(
            Provisioning provisioning,
            Conditioner conditioner,
            BusNotes notes,
            Interruption interruption,
            ProgressLine progress) {
        this.provisioning = provisioning;
        this.conditioner = conditioner;
        this.notes = notes;
        this.interruption = interruption;
        this.progress = progress;
        this.logs = new BrokerLogs(provisioning.request().out());
        this.eachRound = provisioning.request().work().brokers() == BrokerLife.EACH_ROUND;
    }

    /** Drives discarded work through a bus, for so long at most; null where there is no broker. */
    @FunctionalInterface
    interface Conditioner {
        Conditioning.@Nullable Outcome condition(BusHost host, Duration limit) throws BusException;
    }

    /** A bus that was started for a round. */
    private record Up(BusHost host, int round) {}

    /** Starts and conditions a bus unless it is up; false if it cannot be had. */
    boolean start(BusAdapter adapter, int round) {
        if (up.containsKey(adapter.id())) {
            return true;
        }
        if (givenUp.contains(adapter.id())) {
            return false;
        }
        try {
            tryToStart(adapter, round);
            return true;
        } catch (BrokerException e) {
            lacks(adapter, round, String.valueOf(e.getMessage()), e.remedy());
        } catch (BusException e) {
            Path folder = provisioning.request().out().resolve("logs");
            lacks(adapter, round, String.valueOf(e.getMessage()), "look at its log in " + folder);
        }
        return false;
    }

    /** Whether it will not be tried again in this session. */
    boolean isGivenUp(String bus) {
        return givenUp.contains(bus);
    }

    private void tryToStart(BusAdapter adapter, int round) throws BrokerException, BusException {
        progress.phase("starting " + adapter.displayName() + forRound(round));
        BusHost host = provisioning.host(adapter);
        up.put(adapter.id(), new Up(host, round));
        notes.reached(host, factsOf(host));
        Duration limit = Plan.conditioning(eachRound ? round : 1);
        if (adapter.capabilities().needsBroker()) {
            progress.phase("conditioning " + adapter.displayName() + forRound(round) + " (" + limit.toSeconds()
                    + " s at most)");
        }
        Conditioning.Outcome outcome = conditioner.condition(host, limit);
        if (outcome != null) {
            notes.conditioned(adapter.id(), (eachRound ? "round " + round + ": " : "") + describe(outcome, limit));
        }
        starts.merge(adapter.id(), 1, Integer::sum);
    }

    private String forRound(int round) {
        return eachRound ? " for round " + round : "";
    }

    private static BusFacts factsOf(BusHost host) throws BusException {
        try (MessageBus bus =
                host.adapter().connect(new BusSettings(host.connection(), Map.of()), new DisturbanceLog())) {
            return bus.facts();
        }
    }

    private static String describe(Conditioning.Outcome outcome, Duration limit) {
        List<String> rates = outcome.ratesPerSecond().stream()
                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                .toList();
        return (outcome.steady() ? "steady" : "not steady after " + limit.toSeconds() + " s")
                + "; messages/s every 2 s: " + String.join(", ", rates);
    }

    private void lacks(BusAdapter adapter, int round, String reason, String remedy) {
        interruption.holdIfBegunAfterFailure();
        boolean cameUpBefore = starts.containsKey(adapter.id());
        String when = cameUpBefore ? "in round " + round + ": " : "";
        progress.message(adapter.displayName() + " is not measured: " + when + reason + "; remedy: " + remedy);
        notes.lacking(adapter.id(), when + reason, remedy);
        if (!cameUpBefore) {
            givenUp.add(adapter.id());
        }
        stop(adapter.id());
    }

    /** The bus, if its broker lives. A broker that is to live throughout is started again, once. */
    @Nullable
    BusHost living(String bus) {
        Up known = up.get(bus);
        if (known == null) {
            return null;
        }
        if (known.host.isAlive()) {
            return known.host;
        }
        if (eachRound || !revived.add(bus)) {
            return null;
        }
        progress.message("the broker of " + known.host.adapter().displayName() + " has ended; it is started again");
        notes.conditioned(bus, "its broker ended and was started again");
        stop(bus);
        if (!start(known.host.adapter(), known.round)) {
            return null;
        }
        return Objects.requireNonNull(up.get(bus)).host;
    }

    /** The processes of the brokers that live beside a bus's own. */
    Map<String, List<ProcessHandle>> processesBeside(String bus) {
        Map<String, List<ProcessHandle>> beside = new LinkedHashMap<>();
        up.forEach((id, other) -> {
            List<ProcessHandle> processes = other.host.processes().stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
            if (!id.equals(bus) && !processes.isEmpty()) {
                beside.put(id, processes);
            }
        });
        return beside;
    }

    /** Stops a bus that is up, and keeps its logs. */
    void stop(String bus) {
        Up known = up.remove(bus);
        if (known == null) {
            return;
        }
        List<Path> files = known.host.logs();
        known.host.close();
        try {
            logs.keep(nameOfLogs(bus, known.round), files);
        } catch (IOException e) {
            progress.message("cannot keep the logs of " + known.host.adapter().displayName() + ": " + e.getMessage());
        }
    }

    private String nameOfLogs(String bus, int round) {
        if (eachRound) {
            return bus + "-round-" + round;
        }
        int start = starts.getOrDefault(bus, 1);
        return start == 1 ? bus : bus + "-start-" + start;
    }

    @Override
    public void close() {
        if (!up.isEmpty()) {
            progress.phase("stopping brokers");
            List.copyOf(up.keySet()).forEach(this::stop);
        }
    }
}
