package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, validated and resolved.
 *
 * @param suiteName null when workloads were given one by one
 * @param workloads with what the command line overrides
 * @param buses ids of installed adapters, in the order asked for, each once
 * @param bounds ids of installed adapters that are measured beside them as limits; may be empty
 * @param rounds how often each cell runs, at least 1
 * @param seed of the order in which cells run
 * @param out the run's folder; exists and is writable, absolute
 * @param brokers where brokers come from
 * @param brokerProperties bus to connection in native names; such a bus is used as it is, whatever {@code brokers} says
 * @param dataDir where private brokers keep their data; absolute, without spaces
 * @param commandLine words of the command, to repeat it
 */
public record CampaignRequest(
        @Nullable String suiteName,
        List<Workload> workloads,
        List<String> buses,
        List<String> bounds,
        int rounds,
        long seed,
        Path out,
        BrokerMode brokers,
        Map<String, Map<String, String>> brokerProperties,
        Path dataDir,
        List<String> commandLine) {
    public CampaignRequest {
        if (workloads.isEmpty() || buses.isEmpty()) {
            throw new IllegalArgumentException("workloads or buses is empty");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        workloads = List.copyOf(workloads);
        buses = List.copyOf(buses);
        bounds = List.copyOf(bounds);
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        brokerProperties.forEach((bus, values) -> copy.put(bus, Map.copyOf(values)));
        brokerProperties = Collections.unmodifiableMap(copy);
        commandLine = List.copyOf(commandLine);
    }

    /** Without the brokers' settings: they may hold a password. */
    @Override
    public String toString() {
        return "CampaignRequest[suite=" + suiteName + ", workloads="
                + workloads.stream().map(Workload::name).toList() + ", buses=" + buses + ", bounds=" + bounds
                + ", rounds=" + rounds
                + ", seed=" + seed + ", out=" + out + ", brokers=" + brokers + ", brokerProperties="
                + brokerProperties.keySet() + "]";
    }
}
