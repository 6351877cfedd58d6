package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.busmark.bench.campaign.BrokerLogs;
import org.busmark.bench.campaign.ForkLauncher;
import org.busmark.bench.crosscheck.CrosscheckResult.CheckedBus;
import org.busmark.bench.environment.Stillness;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.hosting.ConditioningWork;
import org.busmark.bench.plan.Offer;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.MessageBus;
import org.busmark.traffic.Conditioning;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Runs the vendors' tools and Busmark side by side. Bus by bus, so that no other broker idles meanwhile: start it,
 * condition it, then every round at every size runs both sides one after the other, in alternating order.
 */
public final class Crosscheck {
    private static final int SIDES = 2;

    private final CrosscheckRequest request;
    private final ProgressLine progress;
    private final Function<String, Optional<VendorTool>> tools;
    private final BrokerLogs logs;
    private final Stillness before = Stillness.ofMachine();
    private final List<CheckedBus> buses = new ArrayList<>();
    private final List<CrosscheckRow> rows = new ArrayList<>();
    private int sidesDone;

    private Crosscheck(CrosscheckRequest request, ProgressLine progress, Function<String, Optional<VendorTool>> tools) {
        this.request = request;
        this.progress = progress;
        this.tools = tools;
        this.logs = new BrokerLogs(request.out());
    }

    /**
     * Checks every bus that was asked for. One that cannot be had, and a tool that fails, do not stop the others.
     *
     * @throws IOException if a folder cannot be written
     */
    public static CrosscheckResult run(CrosscheckRequest request, ProgressLine progress) throws IOException {
        return run(request, progress, VendorTools::of);
    }

    static CrosscheckResult run(
            CrosscheckRequest request, ProgressLine progress, Function<String, Optional<VendorTool>> tools)
            throws IOException {
        return new Crosscheck(request, progress, tools).run();
    }

    private CrosscheckResult run() throws IOException {
        try (BrokerSession session = BrokerSession.open(request.dataDir())) {
            ForkLauncher launcher = new ForkLauncher(session, request.out()).withoutSettling();
            for (BusAdapter adapter : request.buses()) {
                check(adapter, session, launcher);
            }
        }
        return new CrosscheckResult(buses, rows);
    }

    private void check(BusAdapter adapter, BrokerSession session, ForkLauncher launcher) throws IOException {
        Optional<String> against = request.workloads().stream()
                .flatMap(workload -> Offer.reasonAgainst(adapter, workload).stream())
                .findFirst();
        if (against.isPresent()) {
            progress.message(against.get());
            buses.add(CheckedBus.notOffered(adapter.id(), against.get()));
            return;
        }
        try {
            measure(adapter, session, launcher);
        } catch (BrokerException e) {
            lacks(adapter, String.valueOf(e.getMessage()), e.remedy());
        } catch (BusException e) {
            lacks(adapter, String.valueOf(e.getMessage()), "start it again");
        }
    }

    private void lacks(BusAdapter adapter, String reason, String remedy) {
        progress.message(adapter.displayName() + " is not checked: " + reason + "; remedy: " + remedy);
        buses.add(CheckedBus.notMeasured(adapter.id(), reason, remedy));
    }

    private void measure(BusAdapter adapter, BrokerSession session, ForkLauncher launcher)
            throws BrokerException, BusException, IOException {
        VendorTool tool = tools.apply(adapter.id())
                .orElseThrow(() -> new IllegalArgumentException("no tool is known for " + adapter.id()));
        progress.step("starting " + adapter.displayName());
        try (BusHost host = BusHost.startPrivate(adapter, request.cache(), session, progress)) {
            check(host, tool, session, launcher);
        }
    }

    private void check(BusHost host, VendorTool tool, BrokerSession session, ForkLauncher launcher)
            throws BrokerException, BusException, IOException {
        BusAdapter adapter = host.adapter();
        try {
            BusFacts facts = facts(host);
            ToolSoftware software = tool.install(request.cache(), facts.clientVersion(), progress);
            String conditioning = condition(host);
            buses.add(new CheckedBus(
                    adapter.id(),
                    facts.clientVersion(),
                    facts.brokerVersion(),
                    host.provisioning(),
                    conditioning,
                    null,
                    null,
                    null));
            rounds(new Sides(request, host, facts, tool, software, session, launcher));
        } finally {
            logs.keep(adapter.id(), host.logs());
        }
    }

    private static BusFacts facts(BusHost host) throws BusException {
        BusSettings settings = new BusSettings(host.connection(), java.util.Map.of());
        try (MessageBus bus = host.adapter().connect(settings, new DisturbanceLog())) {
            return bus.facts();
        }
    }

    private @Nullable String condition(BusHost host) throws BusException {
        if (!host.adapter().capabilities().needsBroker()) {
            return null;
        }
        progress.step("conditioning " + host.adapter().displayName() + " (30 s at most)");
        Conditioning.Outcome outcome =
                host.condition(ConditioningWork.at(request.guarantee()), ConditioningWork.untilSteady());
        if (outcome == null) {
            return null;
        }
        return (outcome.steady() ? "steady" : "not steady after 30 s") + "; messages/s every 2 s: "
                + String.join(
                        ", ",
                        outcome.ratesPerSecond().stream()
                                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                                .toList());
    }

    private void rounds(Sides sides) throws IOException {
        List<RowDraft> drafts = request.workloads().stream()
                .map(workload -> new RowDraft(sides, workload))
                .toList();
        for (int round = 1; round <= request.rounds(); round++) {
            for (RowDraft draft : drafts) {
                boolean toolFirst = round % 2 == 1;
                draft.round(round, toolFirst, side -> tell(sides, draft.workload(), side));
            }
        }
        drafts.forEach(draft -> rows.add(draft.row()));
    }

    private void tell(Sides sides, Workload workload, String side) {
        int all = request.buses().size() * request.messages().size() * request.rounds() * SIDES;
        progress.step(sidesDone++, all, sides.bus() + ", " + workload.message() + ": " + side);
        before.await();
    }
}
