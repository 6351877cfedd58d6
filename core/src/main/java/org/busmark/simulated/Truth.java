package org.busmark.simulated;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a simulated bus did, in its own count and by its own reading of {@link System#nanoTime}. A snapshot, exact when
 * the bus is quiet. The histogram is a copy, ns, to 3 digits.
 *
 * @param counts how often what was done
 * @param lateness from the due time to the call of the listener: how wrong the standard itself was
 */
public record Truth(Map<Count, Long> counts, Histogram lateness) {
    public Truth {
        EnumMap<Count, Long> copy = new EnumMap<>(Count.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /** How often this was done. */
    public long count(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
