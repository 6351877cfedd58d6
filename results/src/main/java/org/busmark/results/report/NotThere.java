package org.busmark.results.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.RunDocument;

/** What a reader would look for in vain, a line each: buses that could not be had, cells that a system does not offer. */
final class NotThere {
    private NotThere() {}

    static Stream<String> notMeasured(RunDocument document) {
        return document.buses().stream().flatMap(bus -> notMeasured(bus).stream());
    }

    static Stream<String> notOffered(RunDocument document) {
        BusNames names = new BusNames(document);
        return document.notOffered().stream().map(cell -> notOffered(names, cell));
    }

    private static Optional<String> notMeasured(BusRecord bus) {
        BusRecord.NotMeasured why = bus.notMeasured();
        return why == null
                ? Optional.empty()
                : Optional.of(bus.displayName() + " was not measured: " + why.reason() + ". Remedy: " + why.remedy());
    }

    private static String notOffered(BusNames names, NotOffered cell) {
        return names.of(cell.bus()) + " does not offer " + cell.workload() + " at " + cell.guarantee() + ": "
                + cell.reason();
    }
}
