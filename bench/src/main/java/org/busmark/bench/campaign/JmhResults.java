package org.busmark.bench.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.record.AtomicFile;
import org.busmark.results.record.ForkRecord;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * JMH's own results of a campaign, one entry for each cell with all its forks, as JMH would write them. Those of a run
 * are kept beside its record, since a campaign may take several processes.
 */
final class JmhResults {
    private final Map<String, RunResult> byCell = new LinkedHashMap<>();

    /**
     * Those of the runs that a campaign has stored.
     *
     * @param cellIds in the order of the entries
     */
    static JmhResults of(CampaignStore store, List<String> cellIds) throws IOException {
        JmhResults results = new JmhResults();
        for (String cellId : cellIds) {
            for (ForkRecord fork : store.runs().all()) {
                Path file = store.runs().jmhFile(cellId, fork.run().round());
                if (fork.cell().cellId().equals(cellId) && Files.exists(file)) {
                    results.add(cellId, List.of(StoredJmhRun.read(file, fork.run(), store.folder())));
                }
            }
        }
        return results;
    }

    /** Keeps those of one run; none where it failed, not those of an attempt before it either. */
    static void write(Path file, Collection<RunResult> ofOneRun) throws IOException {
        if (ofOneRun.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            JmhResults results = new JmhResults();
            results.add("", ofOneRun);
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            AtomicFile.write(file, results.json());
        }
    }

    void add(String cellId, Collection<RunResult> results) {
        for (RunResult result : results) {
            RunResult ofOneFork = new RunResult(withForks(result.getParams(), 1), result.getBenchmarkResults());
            byCell.merge(cellId, ofOneFork, JmhResults::merge);
        }
    }

    private static RunResult merge(RunResult one, RunResult other) {
        List<BenchmarkResult> forks = new ArrayList<>(one.getBenchmarkResults());
        forks.addAll(other.getBenchmarkResults());
        return new RunResult(withForks(one.getParams(), forks.size()), forks);
    }

    /** A round was a run without forks to JMH, in a JVM that was not the rounds' before it; its file says how many. */
    private static BenchmarkParams withForks(BenchmarkParams of, int forks) {
        WorkloadParams parameters = new WorkloadParams();
        of.getParamsKeys().forEach(name -> parameters.put(name, of.getParam(name), 0));
        return new BenchmarkParams(
                of.getBenchmark(),
                of.generatedBenchmark(),
                of.shouldSynchIterations(),
                of.getThreads(),
                of.getThreadGroups(),
                of.getThreadGroupLabels(),
                forks,
                of.getWarmupForks(),
                of.getWarmup(),
                of.getMeasurement(),
                of.getMode(),
                parameters,
                of.getTimeUnit(),
                of.getOpsPerInvocation(),
                of.getJvm(),
                of.getJvmArgs(),
                of.getJdkVersion(),
                of.getVmName(),
                of.getVmVersion(),
                of.getJmhVersion(),
                of.getTimeout());
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(byCell.values());
        }
        return bytes.toByteArray();
    }
}
