package org.busmark.results.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code campaign.json}: what a campaign was asked for, written before anything runs and never changed, so that it can
 * be gone on with. No secrets: of an external system it holds the name of the file that has its address.
 *
 * @param schemaVersion {@link RunDocument#SCHEMA_VERSION}
 * @param startedAt when it was begun
 * @param harness the instrument that began it, and the command to repeat it
 * @param seed of the order in which cells run
 * @param suite null when the workloads were given one by one
 * @param rounds how many there are
 * @param brokerLife how long each broker lives: {@code once} or {@code each-round}
 * @param work every workload, in order
 * @param buses ids of the adapters, in the order asked for
 * @param bounds ids of those that are measured beside them as limits
 * @param brokers where brokers come from: {@code native}, {@code external} or {@code docker}
 * @param connectionFiles bus to the file that says where its external broker is
 * @param dataDir where private brokers keep their data
 */
public record CampaignRecord(
        int schemaVersion,
        Instant startedAt,
        HarnessRecord harness,
        long seed,
        @Nullable String suite,
        int rounds,
        String brokerLife,
        List<WorkRecord> work,
        List<String> buses,
        List<String> bounds,
        String brokers,
        Map<String, String> connectionFiles,
        String dataDir) {
    public CampaignRecord {
        Require.atLeast(1, "rounds", rounds);
        Require.path("dataDir", dataDir);
        connectionFiles.values().forEach(file -> Require.path("connectionFiles", file));
        work = List.copyOf(work);
        buses = List.copyOf(buses);
        bounds = List.copyOf(bounds);
        connectionFiles = Collections.unmodifiableMap(new LinkedHashMap<>(connectionFiles));
        if (work.isEmpty() || buses.isEmpty()) {
            throw new IllegalArgumentException((work.isEmpty() ? "work" : "buses") + " is empty");
        }
    }

    /**
     * A workload and what is to be found out about it.
     *
     * @param workload resolved, as a workload file
     * @param rounds how often each of its cells runs
     * @param capacity {@code search} or {@code sweep}; null where the workload's own figures are asked for
     */
    public record WorkRecord(
            String workload, int rounds, @Nullable String capacity) {
        public WorkRecord {
            Require.atLeast(1, "rounds", rounds);
        }
    }
}
