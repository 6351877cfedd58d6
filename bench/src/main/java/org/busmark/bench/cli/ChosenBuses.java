package org.busmark.bench.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bus.BusAdapter;

/** The buses of a run. */
final class ChosenBuses {
    private final Surroundings around;

    ChosenBuses(Surroundings around) {
        this.around = around;
    }

    /** Those named, in that order, or every system; a bound or the standard runs when it is asked for. */
    List<BusAdapter> of(List<String> names) {
        List<BusAdapter> chosen = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            chosen.add(around.bus(name));
        }
        if (names.isEmpty()) {
            around.buses().stream().filter(bus -> Bounds.isContestant(bus.id())).forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            throw CommandFailure.lacking("no adapter is installed");
        }
        return chosen;
    }

    /** The bounds that run beside the systems; none when buses are named. */
    List<BusAdapter> bounds(List<String> names) {
        if (!names.isEmpty()) {
            return List.of();
        }
        return Bounds.BESIDE_SYSTEMS.stream()
                .flatMap(id -> around.buses().stream().filter(bus -> bus.id().equals(id)))
                .toList();
    }
}
