package org.busmark.bench.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busmark.bus.BusAdapter;

/** The buses of a run. */
final class ChosenBuses {
    /** Bounds of the instrument, measured when they are asked for; no system to compare. */
    private static final Set<String> BOUNDS = Set.of("loopback", "simulated");

    private final Surroundings around;

    ChosenBuses(Surroundings around) {
        this.around = around;
    }

    /** Those named, in that order, or every system. */
    List<BusAdapter> of(List<String> names) {
        List<BusAdapter> chosen = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            chosen.add(around.bus(name));
        }
        if (names.isEmpty()) {
            around.buses().stream().filter(bus -> !BOUNDS.contains(bus.id())).forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            throw CommandFailure.lacking("no adapter is installed");
        }
        return chosen;
    }
}
