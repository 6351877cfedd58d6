package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.busmark.bench.campaign.ForkLauncher;
import org.busmark.bench.hosting.BusHost;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.GuaranteeTerms;
import org.busmark.bus.MessageBus;
import org.busmark.bus.TopicSpec;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/** The two sides on one bus: its tool, and a fork of Busmark. Confined to one thread. */
final class Sides {
    private final CrosscheckRequest request;
    private final BusHost host;
    private final Map<String, String> settings;
    private final VendorTool tool;
    private final ToolSoftware software;
    private final BrokerSession session;
    private final ForkLauncher launcher;
    private final Map<Workload, String> toolCommands = new HashMap<>();

    Sides(
            CrosscheckRequest request,
            BusHost host,
            BusFacts facts,
            VendorTool tool,
            ToolSoftware software,
            BrokerSession session,
            ForkLauncher launcher) {
        this.request = request;
        this.host = host;
        this.settings = settings(request, host, facts);
        this.tool = tool;
        this.software = software;
        this.session = session;
        this.launcher = launcher;
    }

    /** What a fork came to. */
    record Fork(Figures figures, Verdict verdict) {}

    String bus() {
        return host.adapter().id();
    }

    String toolName() {
        return tool.name();
    }

    String toolVersion() {
        return software.version();
    }

    /** Of the tool's last run of that workload; empty before the first. */
    String toolCommand(Workload workload) {
        return toolCommands.getOrDefault(workload, "");
    }

    /** Busmark's own settings as its clients report them, with what the guarantee demands: no second table of them. */
    private static Map<String, String> settings(CrosscheckRequest request, BusHost host, BusFacts facts) {
        Map<String, String> settings = new LinkedHashMap<>(facts.settings());
        GuaranteeTerms terms =
                Objects.requireNonNull(host.adapter().guarantees().get(request.guarantee()));
        settings.putAll(terms.settings());
        return settings;
    }

    /**
     * One run of the tool on a topic of its own.
     *
     * @throws BrokerException with the reason when it fails
     */
    Figures tool(Workload workload, int round) throws BrokerException, IOException {
        String name = "crosscheck-" + bus() + "-" + workload.message().bytes() + "-round-" + round;
        TopicSpec topic = new TopicSpec(
                "busmark-crosscheck-%08x".formatted(ThreadLocalRandom.current().nextInt()),
                1,
                List.of("group-0"),
                workload.guarantee());
        ToolWork work = new ToolWork(host.connection(), settings, topic, workload, session.folder(name));
        List<ToolProcess> processes = tool.processes(work);
        toolCommands.put(
                workload,
                processes.stream()
                        .map(process -> process.shown(software.shownClassPath(), ForkLauncher.JVM_OPTIONS))
                        .collect(Collectors.joining(" & ")));
        Path logs = request.out().resolve("logs").resolve(name);
        onBroker(bus -> bus.createTopic(topic));
        try {
            return new ToolRun(session, tool, software, ForkLauncher.JVM_OPTIONS).run(work, processes, logs);
        } finally {
            onBroker(bus -> bus.deleteTopic(topic));
        }
    }

    @FunctionalInterface
    private interface OnBus {
        void run(MessageBus bus) throws BusException;
    }

    /** With a connection that is closed again before anything is measured. */
    private void onBroker(OnBus action) throws BrokerException {
        if (!host.adapter().capabilities().needsBroker()) {
            return;
        }
        try (MessageBus bus =
                host.adapter().connect(new BusSettings(host.connection(), Map.of()), new DisturbanceLog())) {
            action.run(bus);
        } catch (BusException e) {
            throw new BrokerException(String.valueOf(e.getMessage()), "look at the broker's log", e);
        }
    }

    /**
     * One fork of Busmark.
     *
     * @throws BrokerException with the reason when its run is INVALID
     */
    Fork busmark(Workload workload, int round) throws BrokerException, IOException {
        Cell cell = new Cell(bus(), workload);
        RunRecord run = launcher.run(
                        host, cell, round, ThreadLocalRandom.current().nextInt())
                .record()
                .run();
        Double perSecond = run.throughputPerSecond();
        if (run.verdict() == Verdict.INVALID || perSecond == null || perSecond <= 0) {
            throw new BrokerException(
                    "Busmark: " + run.verdict() + ", " + String.join("; ", run.reasons()), "see the fork's log");
        }
        CostRecord cost = run.cost();
        return new Fork(new Figures(perSecond, cost == null ? null : cost.clientCpuSecondsPerMillion()), run.verdict());
    }
}
