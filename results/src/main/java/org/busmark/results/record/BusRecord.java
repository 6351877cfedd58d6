package org.busmark.results.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bus that was asked for.
 *
 * @param bus adapter's id
 * @param displayName as the system's authors write it
 * @param clientVersion null when it was not measured
 * @param brokerVersion as the broker itself says; null where there is no broker
 * @param provisioning how its broker was had; null where there is none
 * @param notMeasured null when it was measured
 * @param guarantees how it offers those that were asked for
 * @param conditioning how its broker was warmed up before the first measurement; null where there is none
 */
public record BusRecord(
        String bus,
        String displayName,
        @Nullable String clientVersion,
        @Nullable String brokerVersion,
        @Nullable String provisioning,
        @Nullable NotMeasured notMeasured,
        List<GuaranteeRecord> guarantees,
        @Nullable String conditioning) {
    public BusRecord {
        Require.notBlank("bus", bus);
        Require.notBlank("displayName", displayName);
        guarantees = List.copyOf(guarantees);
    }

    /**
     * Why there are no figures of it.
     *
     * @param reason one line
     * @param remedy the one command or step that mends it
     */
    public record NotMeasured(String reason, String remedy) {}
}
