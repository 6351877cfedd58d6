package org.busmark.bench.adapters;

import java.util.Set;

/** Buses that are limits and no contestants: they stand in tables and not in comparisons. */
public final class Bounds {
    public static final Set<String> IDS = Set.of("loopback");

    private Bounds() {}
}
