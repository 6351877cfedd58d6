package org.busmark.results.record;

import java.util.List;
import org.busmark.bus.Guarantee;
import org.jspecify.annotations.Nullable;

/**
 * The highest rate that a bus was found to sustain: the backlog does not grow and response p99 meets the objective.
 *
 * @param workload name of the open loop that was offered at other and other rates
 * @param messageBytes whole payload, header included
 * @param objectiveUs what response p99 had to meet, in microseconds
 * @param perSecond messages a second; null when no rate was sustained
 * @param reason why there is no capacity, or why it is a lower bound only; null otherwise
 * @param probes every rate that was tried, in order
 * @param sweep cells that were measured at shares of the capacity; empty where there was no sweep
 */
public record CapacityRecord(
        String bus,
        String workload,
        Guarantee guarantee,
        int messageBytes,
        double objectiveUs,
        @Nullable Double perSecond,
        @Nullable String reason,
        List<Probe> probes,
        List<SweepPoint> sweep) {
    public CapacityRecord {
        Require.notBlank("bus", bus);
        Require.notBlank("workload", workload);
        Require.atLeast(1, "messageBytes", messageBytes);
        Require.positive("objectiveUs", objectiveUs);
        Require.notNegative("perSecond", perSecond);
        probes = List.copyOf(probes);
        sweep = List.copyOf(sweep);
    }

    /** With the cells that were measured at shares of it. */
    public CapacityRecord withSweep(List<SweepPoint> points) {
        return new CapacityRecord(
                bus, workload, guarantee, messageBytes, objectiveUs, perSecond, reason, probes, points);
    }

    /**
     * One rate that was tried.
     *
     * @param ratePerSecond messages a second that were offered
     * @param why in words, when it was not sustained; null otherwise
     * @param responseP99Us null when too few messages arrived for a p99
     */
    public record Probe(
            double ratePerSecond,
            boolean sustained,
            @Nullable String why,
            @Nullable Double responseP99Us) {
        public Probe {
            Require.positive("ratePerSecond", ratePerSecond);
            Require.notNegative("responseP99Us", responseP99Us);
        }
    }

    /**
     * A cell of the curve of latency against load.
     *
     * @param share of the capacity that was offered, such as 0.75
     */
    public record SweepPoint(double share, String cellId) {
        public SweepPoint {
            Require.positive("share", share);
            Require.notBlank("cellId", cellId);
        }
    }
}
