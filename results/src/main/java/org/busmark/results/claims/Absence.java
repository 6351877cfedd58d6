package org.busmark.results.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.NotOffered;

/** Why a document has nothing to say of some work on some buses: the nearest reason that it holds. */
final class Absence {
    private final Measurements run;
    private final CellChoice choice;

    Absence(Measurements run, CellChoice choice) {
        this.run = run;
        this.choice = choice;
    }

    String of(List<String> buses) {
        return first(buses, this::notMeasured)
                .or(() -> first(buses, this::notOffered))
                .or(() -> first(buses, this::noCell))
                .or(() -> first(buses, this::invalid))
                .orElse("nothing to compare: no round has this figure of the same work on both buses");
    }

    private static Optional<String> first(List<String> buses, Function<String, Optional<String>> reason) {
        return buses.stream().map(reason).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> notMeasured(String bus) {
        return run.bus(bus)
                .map(BusRecord::notMeasured)
                .map(why -> run.text().bus(bus) + " was not measured: " + why.reason());
    }

    private Optional<String> notOffered(String bus) {
        return run.document().notOffered().stream()
                .filter(cell -> cell.bus().equals(bus) && !choice.guarantees().isEmpty())
                .filter(cell -> choice.guarantees().contains(cell.guarantee()))
                .filter(cell -> choice.workload().matches(cell.workload()))
                .filter(cell -> run.cells(bus, choice).isEmpty())
                .map(NotOffered::guarantee)
                .map(guarantee -> run.text().bus(bus) + " does not offer " + guarantee)
                .findFirst();
    }

    private Optional<String> noCell(String bus) {
        return run.cells(bus, choice).isEmpty()
                ? Optional.of("this run has no such cell of " + run.text().bus(bus))
                : Optional.empty();
    }

    private Optional<String> invalid(String bus) {
        List<CellRecord> cells = run.cells(bus, choice);
        return cells.stream().allMatch(cell -> cell.verdict() == Verdict.INVALID)
                ? Optional.of(run.text().bus(bus) + " is INVALID: "
                        + cells.get(0).reasons().stream().findFirst().orElse("no reason is given"))
                : Optional.empty();
    }
}
