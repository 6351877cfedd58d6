package org.busmark.bench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusAdapter;
import org.busmark.results.claims.Claim;
import org.busmark.results.claims.Claims;
import org.busmark.workload.Shape;
import org.busmark.workload.Suite;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What there is to run, and on what. */
@Command(name = "list", description = "List buses, workloads, suites or claims.")
final class ListCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "buses|workloads|suites|claims", description = "What to list.")
    String what = "";

    @Option(names = "--json", description = "One JSON document.")
    boolean json;

    @Mixin
    HelpOption help = new HelpOption();

    ListCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        switch (what) {
            case "buses" -> print(around.buses().stream().map(ListCommand::bus).toList(), "displayName");
            case "workloads" ->
                print(BuiltIns.workloads().stream().map(ListCommand::workload).toList(), "summary");
            case "suites" ->
                print(BuiltIns.suites().stream().map(ListCommand::suite).toList(), "description");
            case "claims" ->
                print(Claims.builtIn().all().stream().map(ListCommand::claim).toList(), "statement");
            default ->
                throw CommandFailure.usage(
                        "'" + what + "' cannot be listed; allowed: buses, workloads, suites, claims");
        }
        return ExitStatus.OK;
    }

    private void print(List<Map<String, Object>> entries, String summary) {
        if (json) {
            around.out().println(JsonText.of(entries));
            return;
        }
        Table table = new Table();
        for (Map<String, Object> entry : entries) {
            table.row(String.valueOf(entry.get("id")), String.valueOf(entry.get(summary)));
            if (entry.get("guarantees") instanceof List<?> guarantees) {
                for (Object guarantee : guarantees) {
                    if (guarantee instanceof Map<?, ?> terms) {
                        table.row("", "  " + terms.get("id") + ": " + terms.get("how"));
                    }
                }
            }
        }
        around.out().print(table);
    }

    private static Map<String, Object> bus(BusAdapter bus) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", bus.id());
        entry.put("displayName", bus.displayName());
        entry.put("needsBroker", bus.capabilities().needsBroker());
        entry.put("startsPrivateBroker", bus instanceof ProvisionsBroker);
        entry.put(
                "patterns",
                bus.capabilities().patterns().stream().map(Enum::name).toList());
        entry.put("order", bus.capabilities().order().name());
        entry.put("groupsShareAPartition", bus.capabilities().groupsShareAPartition());
        entry.put("keepsForLateGroups", bus.capabilities().keepsForLateGroups());
        entry.put("flagsRedelivery", bus.capabilities().flagsRedelivery());
        entry.put("maxMessageBytes", bus.capabilities().maxMessageBytes());
        entry.put(
                "guarantees",
                new TreeMap<>(bus.guarantees())
                        .entrySet().stream()
                                .map(offer -> Map.of(
                                        "id", offer.getKey().name(),
                                        "how", offer.getValue().how(),
                                        "settings", offer.getValue().settings()))
                                .toList());
        return entry;
    }

    private static Map<String, Object> workload(Workload workload) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", workload.name());
        entry.put(
                "summary",
                workload.shape().text() + ", " + workload.message() + ", " + guarantee(workload) + ", rate "
                        + workload.rate() + partitions(workload));
        entry.put("pattern", workload.shape().text());
        entry.put("messageBytes", workload.message().bytes());
        entry.put("topics", workload.topics());
        entry.put("partitions", workload.partitions());
        entry.put("keys", workload.keys().toString());
        entry.put("producers", workload.producers());
        entry.put("groups", workload.groups());
        entry.put("consumers", workload.consumers());
        entry.put("guarantee", workload.guarantee().name());
        entry.put("rate", rate(workload));
        entry.put("warmupSeconds", workload.warmup().toMillis() / 1e3);
        entry.put("durationSeconds", workload.duration().toMillis() / 1e3);
        return entry;
    }

    private static String guarantee(Workload workload) {
        return workload.shape() == Shape.WALKTHROUGH
                ? "the strongest guarantee of each bus"
                : workload.guarantee().name();
    }

    private static String partitions(Workload workload) {
        return workload.partitions() == 1 ? "" : ", " + workload.partitions() + " partitions";
    }

    /** As in run.json: "max" or a number. */
    private static Object rate(Workload workload) {
        return workload.rate().isMax() ? "max" : workload.rate().perSecond();
    }

    private static Map<String, Object> claim(Claim claim) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", claim.id());
        entry.put("section", claim.section());
        entry.put("statement", claim.statement());
        if (claim.measure() != null) {
            entry.put("measure", claim.measure());
        }
        return entry;
    }

    private static Map<String, Object> suite(Suite suite) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", suite.name());
        entry.put(
                "description",
                suite.description() + " (" + suite.rounds() + " rounds, under "
                        + suite.budget().toMinutes() + " min)");
        entry.put("rounds", suite.rounds());
        entry.put("brokers", suite.work().brokers().text());
        entry.put("budgetSeconds", suite.budget().toSeconds());
        entry.put(
                "workloads",
                suite.work().items().stream().map(ListCommand::item).toList());
        return entry;
    }

    private static Map<String, Object> item(WorkItem item) {
        Map<String, Object> entry = workload(item.workload());
        entry.put("rounds", item.rounds());
        if (item.question().searches()) {
            entry.put("capacity", String.valueOf(item.question().text()));
        }
        return entry;
    }
}
