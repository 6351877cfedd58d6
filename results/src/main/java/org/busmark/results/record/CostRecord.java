package org.busmark.results.record;

import org.jspecify.annotations.Nullable;

/**
 * What the messages cost. CPU seconds are user and system time per million messages delivered; a broker's figures are
 * those of its whole process tree and null where there is no broker.
 *
 * @param clientCpuSecondsPerMillion without what the pacers spun
 * @param pacingCpuSecondsPerMillion spent spinning, only to send on time; null where nothing is on a schedule
 */
public record CostRecord(
        @Nullable Double clientCpuSecondsPerMillion,
        @Nullable Double brokerCpuSecondsPerMillion,
        @Nullable Long clientPeakMemoryBytes,
        @Nullable Long brokerPeakMemoryBytes,
        @Nullable Double brokerWrittenBytesPerMillion,
        @Nullable Double pacingCpuSecondsPerMillion) {
    public CostRecord {
        Require.notNegative("clientCpuSecondsPerMillion", clientCpuSecondsPerMillion);
        Require.notNegative("brokerCpuSecondsPerMillion", brokerCpuSecondsPerMillion);
        Require.notNegative("clientPeakMemoryBytes", clientPeakMemoryBytes);
        Require.notNegative("brokerPeakMemoryBytes", brokerPeakMemoryBytes);
        Require.notNegative("brokerWrittenBytesPerMillion", brokerWrittenBytesPerMillion);
        Require.notNegative("pacingCpuSecondsPerMillion", pacingCpuSecondsPerMillion);
    }
}
