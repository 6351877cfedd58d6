package org.busmark.results.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.CapacityChange;
import org.busmark.results.compare.CellComparison;
import org.busmark.results.compare.Differing;
import org.busmark.results.compare.Refusal;
import org.busmark.results.compare.SweptRates;
import org.busmark.results.record.CellCoordinates;
import org.jspecify.annotations.Nullable;

/** What stands under the table of a comparison, a bullet each, escaped. */
final class ComparisonNotes {
    private static final int SETTINGS_SHOWN = 6;

    private final CampaignComparison comparison;

    ComparisonNotes(CampaignComparison comparison) {
        this.comparison = comparison;
    }

    /** Nothing when there is nothing to say. */
    String markdown() {
        return Stream.of(warnings(), otherSettings(), refused(), capacities(), sweeps(), differences())
                .flatMap(lines -> lines)
                .map(line -> "- " + MarkdownText.escape(line) + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> warnings() {
        return comparison.warnings().stream().map(warning -> "warning: " + warning);
    }

    /** Cells of equal settings share a line. */
    private Stream<String> otherSettings() {
        Map<List<Differing>, Set<String>> cells = new LinkedHashMap<>();
        for (CellComparison row : comparison.comparisons()) {
            if (!row.cellIdOfA().equals(row.cell().cellId())) {
                cells.computeIfAbsent(row.settings(), any -> new LinkedHashSet<>())
                        .add(where(row.cell()));
            }
        }
        return cells.entrySet().stream()
                .map(entry -> String.join("; ", entry.getValue()) + ": another setting: " + settings(entry.getKey()));
    }

    private static String settings(List<Differing> settings) {
        String shown = settings.stream()
                .limit(SETTINGS_SHOWN)
                .map(setting -> setting.what() + " " + setting.inA() + " in A, " + setting.inB() + " in B")
                .collect(Collectors.joining("; "));
        int rest = settings.size() - SETTINGS_SHOWN;
        return rest <= 0 ? shown : shown + "; and " + rest + " more";
    }

    /** Cells of one reason share a line: of two suites that hardly overlap there are many. */
    private Stream<String> refused() {
        Map<String, Set<String>> cells = new LinkedHashMap<>();
        for (Refusal refusal : comparison.refused()) {
            cells.computeIfAbsent(refusal.reason(), any -> new LinkedHashSet<>())
                    .add(where(refusal.cell()));
        }
        return cells.entrySet().stream()
                .map(entry -> "not compared, " + entry.getKey() + ": " + String.join("; ", entry.getValue()));
    }

    private Stream<String> capacities() {
        return comparison.capacities().stream().map(ComparisonNotes::capacity);
    }

    private static String capacity(CapacityChange change) {
        Double ratio = change.ratio();
        return "capacity of "
                + work(change.bus(), change.workload(), change.guarantee().name(), change.messageBytes())
                + ": " + perSecond(change.perSecondA()) + " in A, " + perSecond(change.perSecondB()) + " in B"
                + (ratio == null ? "" : ", " + Figures.ratio(ratio) + "x, each found once: no interval")
                + (change.note() == null ? "" : " (" + change.note() + ")");
    }

    private static String perSecond(@Nullable Double rate) {
        return rate == null ? "none" : Unit.PER_SECOND.format(rate) + " msg/s";
    }

    private Stream<String> sweeps() {
        return comparison.sweeps().stream().map(ComparisonNotes::sweep);
    }

    private static String sweep(SweptRates rates) {
        return "sweep of "
                + work(rates.bus(), rates.workload(), rates.guarantee().name(), rates.messageBytes())
                + ": at other rates, which are shares of each campaign's own capacity: " + range(rates.onlyInA())
                + " in A, " + range(rates.onlyInB()) + " in B";
    }

    private static String range(List<Double> ascending) {
        if (ascending.isEmpty()) {
            return "none";
        }
        String rates = Unit.PER_SECOND.format(ascending.get(0)) + ".."
                + Unit.PER_SECOND.format(ascending.get(ascending.size() - 1)) + "/s";
        return ascending.size() + " (" + rates + ")";
    }

    private Stream<String> differences() {
        return comparison.differences().stream()
                .map(differing -> differing.what() + ": " + differing.inA() + " in A, " + differing.inB() + " in B");
    }

    private static String where(CellCoordinates cell) {
        return work(cell.bus(), cell.workload(), cell.guarantee().name(), cell.messageBytes()) + ", rate "
                + ComparisonTable.rate(cell);
    }

    private static String work(String bus, String workload, String guarantee, int messageBytes) {
        return bus + " " + workload + " at " + guarantee + ", " + Figures.size(messageBytes);
    }
}
