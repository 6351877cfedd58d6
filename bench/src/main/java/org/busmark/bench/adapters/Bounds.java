package org.busmark.bench.adapters;

import java.util.List;
import java.util.Set;

/** Buses that are limits and no contestants: they stand in tables and not in comparisons. */
public final class Bounds {
    public static final Set<String> IDS = org.busmark.results.record.Bounds.IDS;

    /** Those that are measured beside the systems when nobody names buses; the simulated bus is what its script says. */
    public static final List<String> BESIDE_SYSTEMS = List.of("tcp", "loopback");

    /** The calibration standard: runs when it is asked for. */
    public static final String STANDARD = "simulated";

    /** Whether a bus is a system that people choose between. */
    public static boolean isContestant(String bus) {
        return !IDS.contains(bus);
    }

    private Bounds() {}
}
