package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** From JDK 23 on an annotation processor that is only on the class path does not run, and a jar has no benchmarks. */
final class BenchmarkListTest {
    @Test
    void jmhsProcessorListedTheThreeBenchmarks() throws IOException, URISyntaxException {
        URL classes =
                StreamBenchmark.class.getProtectionDomain().getCodeSource().getLocation();
        Set<String> names = new TreeSet<>();
        try (InputStream list =
                classes.toURI().resolve("META-INF/BenchmarkList").toURL().openStream()) {
            for (BenchmarkListEntry entry : BenchmarkList.readBenchmarkList(list)) {
                names.add(entry.getUsername());
            }
        }
        assertTrue(
                names.containsAll(Set.of(
                        "org.busmark.bench.jmh.OpenLoopBenchmark.openLoop",
                        "org.busmark.bench.jmh.RoundTripBenchmark.roundTrip",
                        "org.busmark.bench.jmh.StreamBenchmark.stream")),
                names::toString);
    }
}
