package org.busmark.results.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.GuaranteeRecord;
import org.busmark.results.record.RunDocument;

/** How equal the settings were: side by side what makes each guarantee, then for each bus what it ran with. */
final class Settings {
    private final RunDocument document;
    private final BusNames names;

    Settings(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
    }

    /** Nothing where nothing is known. */
    List<Block> blocks() {
        Stream<String> buses = Stream.concat(
                document.buses().stream().map(BusRecord::bus),
                document.cells().stream().map(CellRecord::bus));
        return Stream.concat(
                        Stream.of(Guarantee.values()).flatMap(this::offered),
                        buses.distinct().flatMap(this::block))
                .toList();
    }

    private Stream<Block> offered(Guarantee guarantee) {
        Bullets offers = Bullets.of(document.buses().stream()
                .flatMap(bus -> bus.guarantees().stream()
                        .filter(terms -> terms.guarantee() == guarantee)
                        .map(terms -> bus.displayName() + ": " + terms.how())));
        return offers.points().isEmpty() ? Stream.empty() : Stream.of(Prose.of(guarantee + " is offered as:"), offers);
    }

    private Stream<Block> block(String bus) {
        List<GuaranteeRecord> terms = document.buses().stream()
                .filter(known -> known.bus().equals(bus))
                .flatMap(known -> known.guarantees().stream())
                .toList();
        SettingsInEffect inEffect = SettingsInEffect.of(bus, document.cells());
        List<Block> tables = Stream.of(
                        table(forGuarantees(terms), ""),
                        table(everywhere(inEffect, terms), "In effect, as the bus reported it:"),
                        table(differing(inEffect), "Not the same everywhere:"))
                .flatMap(blocks -> blocks)
                .toList();
        return tables.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(new Heading(names.of(bus))), tables.stream());
    }

    private static Table forGuarantees(List<GuaranteeRecord> terms) {
        List<String> headings = new ArrayList<>(List.of("setting"));
        terms.forEach(offer -> headings.add("for " + offer.guarantee()));
        Set<String> settings = new LinkedHashSet<>();
        terms.forEach(offer -> settings.addAll(offer.settings().keySet()));
        List<List<String>> rows = settings.stream()
                .map(setting -> Stream.concat(
                                Stream.of(setting),
                                terms.stream().map(offer -> offer.settings().getOrDefault(setting, "-")))
                        .toList())
                .toList();
        return Table.ofText(headings, rows);
    }

    /** Without what every guarantee's column has said already. */
    private static Table everywhere(SettingsInEffect inEffect, List<GuaranteeRecord> terms) {
        List<List<String>> rows = inEffect.everywhere().entrySet().stream()
                .filter(setting -> terms.isEmpty()
                        || !terms.stream()
                                .allMatch(offer -> setting.getValue()
                                        .equals(offer.settings().get(setting.getKey()))))
                .map(setting -> List.of(setting.getKey(), setting.getValue()))
                .toList();
        return Table.ofText(List.of("setting", "value"), rows);
    }

    private static Table differing(SettingsInEffect inEffect) {
        List<List<String>> rows = new ArrayList<>();
        inEffect.differing()
                .forEach((setting, cellsByValue) -> cellsByValue.forEach(
                        (value, cells) -> rows.add(List.of(setting, value, String.join("; ", cells)))));
        return Table.ofText(List.of("setting", "value", "where"), rows);
    }

    private static Stream<Block> table(Table table, String before) {
        if (table.isEmpty()) {
            return Stream.empty();
        }
        return before.isEmpty() ? Stream.of(table) : Stream.of(Prose.of(before), table);
    }
}
