package org.busmark.bench.files;

import java.util.List;
import java.util.Set;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.workload.Suite;
import org.busmark.workload.Workload;

/** The workloads and suites that come with Busmark. They are files like anyone's. */
public final class BuiltIns {
    /** A class path has no list of its files; a test holds that this one is whole. */
    private static final List<String> WORKLOADS = List.of(
            "small-stream",
            "small-open-loop",
            "small-round-trip",
            "kilobyte-stream",
            "kilobyte-open-loop",
            "kilobyte-round-trip",
            "tiny-stream",
            "ten-kilobyte-stream",
            "ten-kilobyte-open-loop",
            "hundred-kilobyte-stream",
            "megabyte-stream",
            "fan-out",
            "partitioned",
            "walkthrough");

    private static final List<String> SUITES = List.of("quick", "standard", "full");

    private BuiltIns() {}

    /** All workloads, in the order to list them. */
    public static List<Workload> workloads() {
        return WORKLOADS.stream().map(BuiltIns::workloadNamed).toList();
    }

    /** All suites, in the order to list them. */
    public static List<Suite> suites() {
        return SUITES.stream().map(BuiltIns::suiteNamed).toList();
    }

    /** Whether a workload of this name is built in. */
    public static boolean isWorkload(String name) {
        return WORKLOADS.contains(name);
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Workload workloadNamed(String name) {
        known(WORKLOADS, name, "workload");
        try {
            return WorkloadFile.read(TextFile.ofResource("/workloads/" + name + ".yaml"), Set.of());
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException naming the text and what is allowed */
    public static Suite suiteNamed(String name) {
        known(SUITES, name, "suite");
        try {
            return SuiteFile.read(TextFile.ofResource("/suites/" + name + ".yaml"));
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void known(List<String> names, String name, String what) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a " + what + "; allowed: " + String.join(", ", names));
        }
    }
}
