package org.busmark.results.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.NotOffered;
import org.busmark.results.record.RunDocument;

/** What a reader would look for in vain: buses that could not be had, cells that a system does not offer. */
final class NotThere {
    private NotThere() {}

    /** One bullet each; nothing when all is there. */
    static String markdown(RunDocument document) {
        return Stream.concat(notMeasured(document), notOffered(document)).collect(Collectors.joining());
    }

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
                : Optional.of("- " + MarkdownText.escape(bus.displayName()) + " was not measured: "
                        + MarkdownText.escape(why.reason()) + ". Remedy: " + MarkdownText.escape(why.remedy()) + "\n");
    }

    private static String notOffered(BusNames names, NotOffered cell) {
        return "- " + MarkdownText.escape(names.of(cell.bus())) + " does not offer "
                + MarkdownText.escape(cell.workload()) + " at " + cell.guarantee() + ": "
                + MarkdownText.escape(cell.reason()) + "\n";
    }
}
