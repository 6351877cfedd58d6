package org.busmark.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;

/** How equal the settings were: what each bus does for a guarantee, and what it ran with. */
final class SettingsTables {
    private final RunDocument document;
    private final BusNames names;

    SettingsTables(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
    }

    /** By guarantee, so that what stands in one comparison stands side by side. */
    Table guarantees() {
        List<List<String>> rows = document.buses().stream()
                .flatMap(bus -> bus.guarantees().stream().map(terms -> Map.entry(bus, terms)))
                .sorted(Comparator.comparing(entry -> entry.getValue().guarantee()))
                .map(entry -> List.of(
                        entry.getValue().guarantee().name(),
                        entry.getKey().displayName(),
                        entry.getValue().how(),
                        list(entry.getValue().settings())))
                .toList();
        return Table.ofText(List.of("guarantee", "bus", "how it is offered", "settings for it"), rows);
    }

    /** Workloads that ran with the same settings share a row. */
    Table inEffect() {
        Map<InEffect, Set<String>> workloads = new LinkedHashMap<>();
        for (CellRecord cell : document.cells()) {
            cell.runs().stream()
                    .filter(run -> !run.settings().isEmpty())
                    .forEach(run -> workloads
                            .computeIfAbsent(
                                    new InEffect(cell.guarantee(), cell.bus(), run.settings()),
                                    any -> new LinkedHashSet<>())
                            .add(cell.workload()));
        }
        List<List<String>> rows = new ArrayList<>();
        workloads.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().guarantee()))
                .forEach(entry -> rows.add(List.of(
                        entry.getKey().guarantee().name(),
                        names.of(entry.getKey().bus()),
                        String.join(", ", entry.getValue()),
                        list(entry.getKey().settings()))));
        return Table.ofText(List.of("guarantee", "bus", "workloads", "settings as the bus reported them"), rows);
    }

    private static String list(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private record InEffect(Guarantee guarantee, String bus, Map<String, String> settings) {}
}
