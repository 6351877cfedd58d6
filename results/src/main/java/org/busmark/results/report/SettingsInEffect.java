package org.busmark.results.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunRecord;

/**
 * What the runs of one bus reported.
 *
 * @param everywhere what all of them agree on
 * @param differing setting, value, and the cells in which it had it
 */
record SettingsInEffect(Map<String, String> everywhere, Map<String, Map<String, Set<String>>> differing) {
    static SettingsInEffect of(String bus, List<CellRecord> cells) {
        Map<String, Map<String, Set<String>>> found = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (CellRecord cell : cells) {
            if (cell.bus().equals(bus)) {
                cell.runs().stream()
                        .map(RunRecord::settings)
                        .filter(settings -> !settings.isEmpty())
                        .forEach(settings -> {
                            all.add(where(cell));
                            settings.forEach(
                                    (setting, value) -> found.computeIfAbsent(setting, any -> new LinkedHashMap<>())
                                            .computeIfAbsent(value, any -> new LinkedHashSet<>())
                                            .add(where(cell)));
                        });
            }
        }
        Map<String, String> everywhere = new LinkedHashMap<>();
        Map<String, Map<String, Set<String>>> differing = new LinkedHashMap<>();
        found.forEach((setting, cellsByValue) -> {
            if (cellsByValue.size() == 1 && cellsByValue.containsValue(all)) {
                everywhere.put(setting, cellsByValue.keySet().iterator().next());
            } else {
                differing.put(setting, cellsByValue);
            }
        });
        return new SettingsInEffect(everywhere, differing);
    }

    private static String where(CellRecord cell) {
        return cell.workload() + " at " + cell.guarantee() + ", " + CellTable.rate(cell);
    }
}
