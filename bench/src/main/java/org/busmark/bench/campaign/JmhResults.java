package org.busmark.bench.campaign;

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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/** JMH's own results of a campaign, one entry for each cell with all its forks, as JMH would write them. */
final class JmhResults {
    private final Map<String, RunResult> byCell = new LinkedHashMap<>();

    void add(String cellId, Collection<RunResult> results) {
        for (RunResult result : results) {
            byCell.merge(cellId, result, JmhResults::merge);
        }
    }

    private static RunResult merge(RunResult one, RunResult other) {
        List<BenchmarkResult> forks = new ArrayList<>(one.getBenchmarkResults());
        forks.addAll(other.getBenchmarkResults());
        return new RunResult(withForks(one.getParams(), forks.size()), forks);
    }

    /** Each round was a run of one fork to JMH, and its file says how many there were. */
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

    void write(Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(byCell.values());
        }
    }
}
