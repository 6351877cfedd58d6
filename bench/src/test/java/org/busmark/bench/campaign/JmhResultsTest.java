package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.fakes.JmhRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

final class JmhResultsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theRoundsOfACellAreForksOfOneEntry() throws IOException {
        JmhResults results = new JmhResults();
        results.add("a", List.of(round(1000, 7)));
        results.add("b", List.of(round(5000, 8)));
        results.add("a", List.of(round(3000, 9)));
        results.add("c", List.of());
        JsonNode json = written(results);
        assertEquals(2, json.size());
        JsonNode twice = json.get(0);
        assertEquals(
                "org.busmark.bench.jmh.StreamBenchmark.stream",
                twice.get("benchmark").asText());
        assertEquals("loopback", twice.at("/params/bus").asText());
        assertEquals(2000, twice.at("/primaryMetric/score").asDouble(), 1);
        assertEquals(2, twice.at("/primaryMetric/rawData").size());
        assertEquals(2, twice.get("forks").asInt());
        assertEquals(8, twice.at("/secondaryMetrics/response.p99/score").asDouble(), 1e-9);
        assertEquals("us", twice.at("/secondaryMetrics/response.p99/scoreUnit").asText());
        assertEquals(5000, json.get(1).at("/primaryMetric/score").asDouble(), 1);
    }

    @Test
    void nothingMeasuredIsStillJson() throws IOException {
        JsonNode json = written(new JmhResults());
        assertTrue(json.isArray());
        assertEquals(0, json.size());
    }

    @Test
    void aRunThatFailedHasNoneOfAnEarlierAttempt() throws IOException {
        Path file = folder.resolve("runs").resolve("a.jmh.json");
        JmhResults.write(file, List.of(round(1000, 7)));
        assertTrue(Files.exists(file));
        JmhResults.write(file, List.of());
        assertFalse(Files.exists(file));
        JmhResults.write(file, List.of());
    }

    private JsonNode written(JmhResults results) throws IOException {
        return new ObjectMapper().readTree(results.json());
    }

    private static RunResult round(double score, double p99) {
        return JmhRuns.of(JmhRuns.fork(score, new ScalarResult("response.p99", p99, "us", AggregationPolicy.AVG)));
    }
}
