package org.busmark.simulated;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Where a simulated bus counts what it does. Thread-safe; counting takes no lock. */
final class Tally {
    private static final long HIGHEST_NS = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Map<Integer, Instants> instants = new ConcurrentHashMap<>();
    private final ConcurrentHistogram lateness = new ConcurrentHistogram(1, HIGHEST_NS, DIGITS);

    Tally() {
        for (Count what : Count.values()) {
            counts.put(what, new LongAdder());
        }
    }

    void count(Count what) {
        LongAdder adder = counts.get(what);
        if (adder != null) {
            adder.increment();
        }
    }

    Instants instants(int producer) {
        return instants.computeIfAbsent(producer, number -> new Instants());
    }

    void delivered(long latenessNs) {
        count(Count.DELIVERED);
        lateness.recordValue(Math.min(Math.max(0, latenessNs), HIGHEST_NS));
    }

    Truth truth() {
        EnumMap<Count, Long> sums = new EnumMap<>(Count.class);
        counts.forEach((what, adder) -> sums.put(what, adder.sum()));
        return new Truth(sums, lateness.copy());
    }
}
