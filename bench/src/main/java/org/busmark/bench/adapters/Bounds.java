package org.busmark.bench.adapters;

import java.util.Set;

/** Buses that are limits and no contestants: they stand in tables and not in comparisons. */
public final class Bounds {
    public static final Set<String> IDS = Set.of("loopback");

    /** The calibration standard: runs when it is asked for, and is compared with nothing. */
    public static final String STANDARD = "simulated";

    /** Whether a bus is a system that people choose between. */
    public static boolean isContestant(String bus) {
        return !IDS.contains(bus) && !bus.equals(STANDARD);
    }

    private Bounds() {}
}
