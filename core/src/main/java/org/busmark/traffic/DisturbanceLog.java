package org.busmark.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;

/** Keeps what disturbed a bus: which kinds, and the first lines of detail. Thread-safe. */
public final class DisturbanceLog implements DisturbanceListener {
    private static final int KEPT = 50;

    private final Map<Disturbance, Long> counts = new EnumMap<>(Disturbance.class);
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void onDisturbance(Disturbance kind, String detail) {
        counts.merge(kind, 1L, Long::sum);
        if (lines.size() < KEPT) {
            lines.add(kind + ": " + detail);
        }
    }

    /** The kinds so far. */
    public synchronized Set<Disturbance> kinds() {
        return Set.copyOf(counts.keySet());
    }

    /** How often each kind came. */
    public synchronized Map<Disturbance, Long> counts() {
        return Map.copyOf(counts);
    }

    /** The first 50, and how many more there were. */
    public synchronized List<String> lines() {
        List<String> copy = new ArrayList<>(lines);
        long count = counts.values().stream().mapToLong(Long::longValue).sum();
        if (count > KEPT) {
            copy.add((count - KEPT) + " more");
        }
        return copy;
    }
}
