package org.busmark.results.report.html;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.record.Bounds;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.Report;
import org.busmark.results.report.VisibleText;

/** A colour for each bus, the same in every picture and, for the systems that everyone measures, in every report. */
final class Palette {
    private static final List<String> ALWAYS = List.of("kafka", "rabbitmq", "zeromq");
    private static final int COLOURS = 8;

    private final List<Look> looks;

    private Palette(List<Look> looks) {
        this.looks = List.copyOf(looks);
    }

    /**
     * How a bus looks.
     *
     * @param bus its id, which may be anything and stays here
     * @param css class of the style sheet that sets the colour; harmless, whatever the bus is called
     * @param bound a limit and no contestant: drawn to stand back
     */
    record Look(@JsonIgnore String bus, String name, String css, boolean bound) {}

    static Palette of(RunDocument document, Report report) {
        List<String> buses = Stream.of(
                        document.buses().stream().map(BusRecord::bus),
                        document.cells().stream().map(CellRecord::bus),
                        document.capacities().stream().map(CapacityRecord::bus))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
        List<Look> looks = new ArrayList<>();
        int others = 0;
        int bounds = 0;
        for (String bus : buses) {
            boolean bound = Bounds.LIMITS.contains(bus);
            int known = ALWAYS.indexOf(bus);
            String css = bound
                    ? "b" + bounds++
                    : "c" + (known >= 0 ? known : ALWAYS.size() + others++ % (COLOURS - ALWAYS.size()));
            looks.add(new Look(bus, VisibleText.of(report.name(bus)), css, bound));
        }
        return new Palette(looks);
    }

    List<Look> looks() {
        return looks;
    }

    /** Where a bus stands in {@link #looks()}. */
    int index(String bus) {
        for (int i = 0; i < looks.size(); i++) {
            if (looks.get(i).bus().equals(bus)) {
                return i;
            }
        }
        throw new IllegalArgumentException("bus is in no cell: " + bus);
    }

    Look of(String bus) {
        return looks.get(index(bus));
    }

    /** The class of the bus that is shown under this name; empty for any other text. */
    String css(String name) {
        return looks.stream()
                .filter(look -> look.name().equals(VisibleText.of(name)))
                .map(Look::css)
                .findFirst()
                .orElse("");
    }
}
