package org.busmark.results.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.RunDocument;

/** Buses as their authors write them. */
final class BusNames {
    private final Map<String, String> displayNames;

    BusNames(RunDocument document) {
        displayNames = document.buses().stream()
                .collect(Collectors.toMap(BusRecord::bus, BusRecord::displayName, (first, second) -> first));
    }

    /** The id itself for a bus that the document does not introduce. */
    String of(String bus) {
        return displayNames.getOrDefault(bus, bus);
    }
}
