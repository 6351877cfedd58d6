package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.plan.Plan;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Suite;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class BuiltInsTest {
    private static final Set<String> SYSTEMS = Set.of("kafka", "rabbitmq", "zeromq");

    @Test
    void listsEveryFileUnderItsOwnName() throws IOException, URISyntaxException {
        assertEquals(
                filesIn("/workloads"),
                BuiltIns.workloads().stream().map(Workload::name).collect(Collectors.toSet()));
        assertEquals(
                filesIn("/suites"), BuiltIns.suites().stream().map(Suite::name).collect(Collectors.toSet()));
    }

    private static Set<String> filesIn(String folder) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(BuiltIns.class.getResource(folder));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void namesTellTheLoop() {
        for (Workload workload : BuiltIns.workloads()) {
            if (workload.name().endsWith("-stream")) {
                assertEquals(LoopKind.CLOSED, workload.loop(), workload.name());
            } else if (workload.name().endsWith("-open-loop")) {
                assertEquals(LoopKind.OPEN, workload.loop(), workload.name());
            } else if (workload.name().endsWith("-round-trip")) {
                assertEquals(LoopKind.ROUND_TRIP, workload.loop(), workload.name());
            }
            assertEquals(
                    workload.name().startsWith("kilobyte-"), workload.message().bytes() == 1024, workload.name());
        }
    }

    @Test
    void everySuiteKeepsItsBudgetOnTheThreeSystemsWithTheirBounds() {
        for (Suite suite : BuiltIns.suites()) {
            Plan plan =
                    Plan.of(suite.workloads(), systems(), installed(Set.copyOf(Bounds.BESIDE_SYSTEMS)), suite.rounds());
            assertTrue(
                    plan.time().compareTo(suite.budget()) <= 0,
                    suite.name() + " takes " + plan.time() + " of " + suite.budget());
        }
    }

    @Test
    void quickMeasuresAllSystemsUnpromisedAndTheBrokersPersisted() {
        Suite quick = BuiltIns.suiteNamed("quick");
        Plan plan = Plan.of(quick.workloads(), systems(), quick.rounds());
        assertEquals(11, plan.offered().size());
        assertEquals(
                Set.of("kafka", "rabbitmq"),
                plan.offered().stream()
                        .filter(cell -> cell.workload().guarantee() == Guarantee.PERSISTED)
                        .map(cell -> cell.bus())
                        .collect(Collectors.toSet()));
    }

    private static List<BusAdapter> systems() {
        return installed(SYSTEMS);
    }

    private static List<BusAdapter> installed(Set<String> ids) {
        List<BusAdapter> found = InstalledAdapters.load().all().stream()
                .filter(adapter -> ids.contains(adapter.id()))
                .toList();
        assertEquals(ids.size(), found.size());
        return found;
    }
}
