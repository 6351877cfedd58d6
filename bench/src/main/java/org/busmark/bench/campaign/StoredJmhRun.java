package org.busmark.bench.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.busmark.bench.jmh.SeriesProfiler;
import org.busmark.latency.SeriesName;
import org.busmark.results.campaign.HistogramLog;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.UnreadableRecordException;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH's result of one run, made again of the file that JMH wrote of it and of the run's interval logs. JMH's file has
 * percentiles and not what they were read off; two runs' percentiles cannot be added, their histograms can.
 */
final class StoredJmhRun {
    private final JsonNode entry;

    private StoredJmhRun(JsonNode entry) {
        this.entry = entry;
    }

    /**
     * Reads it.
     *
     * @param run the run's record, which names the interval logs
     * @param folder that these names are relative to
     * @throws UnreadableRecordException if it is not what JMH writes of one run, or a log is missing
     */
    static RunResult read(Path file, RunRecord run, Path folder) throws IOException {
        try {
            JsonNode entries = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (entries.size() != 1) {
                throw new UnreadableRecordException(file + ": not JMH's results of one run");
            }
            return new StoredJmhRun(entries.get(0)).result(run, folder);
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException(file + ": not whole JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableRecordException(file + ": not JMH's results of one run: " + e.getMessage(), e);
        }
    }

    private RunResult result(RunRecord run, Path folder) throws IOException {
        BenchmarkParams params = params();
        IterationResult iteration =
                new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(0, 0));
        JsonNode raw = required("primaryMetric").path("rawData").path(0).path(0);
        if (!raw.isNumber()) {
            throw new IllegalArgumentException("primaryMetric has no rawData");
        }
        iteration.addResult(new ThroughputResult(
                ResultRole.PRIMARY,
                label(params.getBenchmark()),
                raw.doubleValue(),
                TimeUnit.SECONDS.toNanos(1),
                TimeUnit.SECONDS));
        for (Map.Entry<SeriesKind, String> log : run.histogramFiles().entrySet()) {
            SeriesName series = SeriesName.valueOf(log.getKey().name());
            SeriesProfiler.percentiles(series, HistogramLog.read(folder.resolve(log.getValue())))
                    .forEach(iteration::addResult);
        }
        return new RunResult(params, List.of(new BenchmarkResult(params, List.of(iteration))));
    }

    private static String label(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private BenchmarkParams params() {
        WorkloadParams parameters = new WorkloadParams();
        entry.path("params")
                .properties()
                .forEach(
                        param -> parameters.put(param.getKey(), param.getValue().asText(), 0));
        List<String> jvmArgs = new ArrayList<>();
        entry.path("jvmArgs").forEach(arg -> jvmArgs.add(arg.asText()));
        int threads = required("threads").asInt();
        return new BenchmarkParams(
                text("benchmark"),
                "",
                true,
                threads,
                new int[] {threads},
                List.of(),
                1,
                0,
                iterations(IterationType.WARMUP, "warmup"),
                iterations(IterationType.MEASUREMENT, "measurement"),
                Mode.deepValueOf(text("mode")),
                parameters,
                TimeUnit.SECONDS,
                1,
                text("jvm"),
                jvmArgs,
                text("jdkVersion"),
                text("vmName"),
                text("vmVersion"),
                text("jmhVersion"),
                TimeValue.NONE);
    }

    private IterationParams iterations(IterationType type, String prefix) {
        return new IterationParams(
                type,
                required(prefix + "Iterations").asInt(),
                time(text(prefix + "Time")),
                required(prefix + "BatchSize").asInt());
    }

    /** JMH's own reading of {@code "4000000000 ns"} ends at 2^31. */
    private static TimeValue time(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a number and a unit: " + text);
        }
        long unitNs = TimeValue.fromString("1" + parts[1]).convertTo(TimeUnit.NANOSECONDS);
        return TimeValue.nanoseconds(Math.multiplyExact(Long.parseLong(parts[0]), unitNs));
    }

    private String text(String field) {
        return required(field).asText();
    }

    private JsonNode required(String field) {
        JsonNode value = entry.path(field);
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
