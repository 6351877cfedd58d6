package org.busmark.results.record;

import java.util.Set;

/** Buses that are limits and no contestants: they stand in tables and not in comparisons, and may have run once only. */
public final class Bounds {
    /** What no system can beat: the listener called by the sender, and bytes on a socket. */
    public static final Set<String> LIMITS = Set.of("loopback", "tcp");

    /** The limits, and the simulated bus, which does what its script says. */
    public static final Set<String> IDS = Set.of("loopback", "tcp", "simulated");

    private Bounds() {}

    /** Whether a bus is a system that people choose between. */
    public static boolean isContestant(String bus) {
        return !IDS.contains(bus);
    }
}
