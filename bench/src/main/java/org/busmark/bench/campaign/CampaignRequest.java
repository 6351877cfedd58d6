package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.workload.Work;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, validated and resolved.
 *
 * @param suiteName null when workloads were given one by one
 * @param work with what the command line overrides
 * @param budget what the work may take: a session begins no round beyond the third that would probably end later; null for
 *     no limit. It is not kept with the campaign: who goes on with one has the time
 * @param buses ids of installed adapters, in the order asked for, each once
 * @param bounds ids of installed adapters that are measured beside them as limits; may be empty
 * @param seed of the order in which cells run
 * @param out the run's folder, absolute; one that holds a campaign with the same request is gone on with
 * @param brokers where brokers come from
 * @param brokerProperties bus to connection in native names; such a bus is used as it is, whatever {@code brokers} says
 * @param brokerFiles bus to the file that these were read from, where there is one
 * @param dataDir where private brokers keep their data; absolute, without spaces
 * @param commandLine words of the command, to repeat it
 */
public record CampaignRequest(
        @Nullable String suiteName,
        Work work,
        @Nullable Duration budget,
        List<String> buses,
        List<String> bounds,
        long seed,
        Path out,
        BrokerMode brokers,
        Map<String, Map<String, String>> brokerProperties,
        Map<String, Path> brokerFiles,
        Path dataDir,
        List<String> commandLine) {
    public CampaignRequest {
        if (buses.isEmpty()) {
            throw new IllegalArgumentException("buses is empty");
        }
        buses = List.copyOf(buses);
        bounds = List.copyOf(bounds);
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        brokerProperties.forEach((bus, values) -> copy.put(bus, Map.copyOf(values)));
        brokerProperties = Collections.unmodifiableMap(copy);
        brokerFiles = Collections.unmodifiableMap(new LinkedHashMap<>(brokerFiles));
        commandLine = List.copyOf(commandLine);
    }

    /** The figures of workloads, each in every round, with brokers that live throughout. */
    public CampaignRequest(
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
        this(
                suiteName,
                Work.figures(workloads, rounds),
                null,
                buses,
                bounds,
                seed,
                out,
                brokers,
                brokerProperties,
                Map.of(),
                dataDir,
                commandLine);
    }

    /** The same, for as long as it takes. */
    public CampaignRequest withoutBudget() {
        return new CampaignRequest(
                suiteName,
                work,
                null,
                buses,
                bounds,
                seed,
                out,
                brokers,
                brokerProperties,
                brokerFiles,
                dataDir,
                commandLine);
    }

    /** In how many rounds. */
    public int rounds() {
        return work.rounds();
    }

    /** The workloads. */
    public List<Workload> workloads() {
        return work.workloads();
    }

    /** Without the brokers' settings: they may hold a password. */
    @Override
    public String toString() {
        return "CampaignRequest[suite=" + suiteName + ", workloads="
                + workloads().stream().map(Workload::name).toList() + ", buses=" + buses + ", bounds=" + bounds
                + ", rounds=" + rounds()
                + ", seed=" + seed + ", out=" + out + ", brokers=" + brokers + ", brokerProperties="
                + brokerProperties.keySet() + "]";
    }
}
