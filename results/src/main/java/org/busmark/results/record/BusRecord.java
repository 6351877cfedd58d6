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
 * @param conditioning how its broker was warmed up before it was measured; null where there is none
 * @param idleCpuShare of one processor's time, used by its broker while other buses were measured; null where no broker
 *     idled meanwhile, or its processes are not known
 */
public record BusRecord(
        String bus,
        String displayName,
        @Nullable String clientVersion,
        @Nullable String brokerVersion,
        @Nullable String provisioning,
        @Nullable NotMeasured notMeasured,
        List<GuaranteeRecord> guarantees,
        @Nullable String conditioning,
        @Nullable Double idleCpuShare) {
    public BusRecord {
        Require.notBlank("bus", bus);
        Require.notBlank("displayName", displayName);
        Require.notNegative("idleCpuShare", idleCpuShare);
        guarantees = List.copyOf(guarantees);
    }

    /** A bus whose broker did not idle. */
    public BusRecord(
            String bus,
            String displayName,
            @Nullable String clientVersion,
            @Nullable String brokerVersion,
            @Nullable String provisioning,
            @Nullable NotMeasured notMeasured,
            List<GuaranteeRecord> guarantees,
            @Nullable String conditioning) {
        this(bus, displayName, clientVersion, brokerVersion, provisioning, notMeasured, guarantees, conditioning, null);
    }

    /**
     * Why there are no figures of it.
     *
     * @param reason one line
     * @param remedy the one command or step that mends it
     */
    public record NotMeasured(String reason, String remedy) {}
}
