package org.busmark.bench.crosscheck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a crosscheck.
 *
 * @param buses those that were asked for
 * @param rows bus by bus, size by size
 */
public record CrosscheckResult(List<CheckedBus> buses, List<CrosscheckRow> rows) {
    public CrosscheckResult {
        buses = List.copyOf(buses);
        rows = List.copyOf(rows);
    }

    /**
     * A bus, and why it has no rows if it has none.
     *
     * @param clientVersion of Busmark's client; null when the bus was not reached
     * @param brokerVersion null where there is no broker
     * @param provisioning of the broker; null where there is none
     * @param conditioning in words; null where there is none
     * @param notOffered reason when it does not offer the work
     * @param notMeasured reason when it or its tool cannot be had
     * @param remedy for that
     */
    public record CheckedBus(
            String bus,
            @Nullable String clientVersion,
            @Nullable String brokerVersion,
            @Nullable String provisioning,
            @Nullable String conditioning,
            @Nullable String notOffered,
            @Nullable String notMeasured,
            @Nullable String remedy) {
        static CheckedBus notOffered(String bus, String reason) {
            return new CheckedBus(bus, null, null, null, null, reason, null, null);
        }

        static CheckedBus notMeasured(String bus, String reason, String remedy) {
            return new CheckedBus(bus, null, null, null, null, null, reason, remedy);
        }
    }

    /** Whether a round of some row has no pair. */
    public boolean anyFailed() {
        return rows.stream().anyMatch(row -> !row.failures().isEmpty());
    }

    /** Whether this machine lacks a broker or a tool. */
    public boolean anyLacking() {
        return buses.stream().anyMatch(bus -> bus.notMeasured() != null);
    }
}
