package org.busmark.traffic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;

/** Keeps what disturbed a bus: which kinds, and the first lines of detail. Thread-safe. */
public final class DisturbanceLog implements DisturbanceListener {
    private static final int KEPT = 50;

    private final Set<Disturbance> kinds = EnumSet.noneOf(Disturbance.class);
    private final List<String> lines = new ArrayList<>();
    private long count;

    @Override
    public synchronized void onDisturbance(Disturbance kind, String detail) {
        kinds.add(kind);
        count++;
        if (lines.size() < KEPT) {
            lines.add(kind + ": " + detail);
        }
    }

    /** The kinds so far. */
    public synchronized Set<Disturbance> kinds() {
        return kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    /** The first 50, and how many more there were. */
    public synchronized List<String> lines() {
        List<String> copy = new ArrayList<>(lines);
        if (count > KEPT) {
            copy.add((count - KEPT) + " more");
        }
        return copy;
    }
}
