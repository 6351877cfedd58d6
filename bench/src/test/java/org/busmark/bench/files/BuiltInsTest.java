package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.capacity.Sweep;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Question;
import org.busmark.workload.Shape;
import org.busmark.workload.Suite;
import org.busmark.workload.WorkItem;
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
            Plan plan = Plan.of(suite.work(), systems(), installed(Set.copyOf(Bounds.BESIDE_SYSTEMS)));
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

    @Test
    void standardLeavesRoomForWhatTheMachineAndItsNoiseTakeMore() {
        Plan plan = Plan.of(
                BuiltIns.suiteNamed("standard").work(), systems(), installed(Set.copyOf(Bounds.BESIDE_SYSTEMS)));
        // A search is broken off nine probes after the usual thirteen; each takes 11 s with a broker, 7.5 s without.
        long withBroker = plan.searched().stream()
                .filter(cell -> !cell.cell().bus().equals("zeromq"))
                .count();
        Duration astray = Duration.ofSeconds(11)
                .multipliedBy(withBroker)
                .plus(Duration.ofMillis(7_500).multipliedBy(plan.searched().size() - withBroker))
                .multipliedBy(9);
        Forecast forecast = new Forecast(plan);
        Duration most = IntStream.rangeClosed(1, 3).mapToObj(forecast::timeLeft).reduce(astray, Duration::plus);
        assertTrue(most.compareTo(Duration.ofMinutes(59)) <= 0, () -> "standard may take " + most);
    }

    @Test
    void standardHasWhatTheClaimsNeed() {
        Suite standard = BuiltIns.suiteNamed("standard");
        assertEquals(BrokerLife.EACH_ROUND, standard.work().brokers());
        assertEquals(5, standard.rounds());
        for (Guarantee guarantee : List.of(Guarantee.FIRE_AND_FORGET, Guarantee.PERSISTED)) {
            List<WorkItem> items = standard.work().items().stream()
                    .filter(item -> item.workload().guarantee() == guarantee)
                    .toList();
            assertEquals(Set.of(100, 1024, 10_240), sizes(items, LoopKind.CLOSED, Question.FIGURES));
            assertEquals(Set.of(100, 1024), sizes(items, LoopKind.OPEN, Question.FIGURES));
            assertEquals(Set.of(1024), sizes(items, LoopKind.OPEN, Question.CAPACITY_AND_SWEEP));
            assertEquals(
                    Set.of(1, 3),
                    items.stream()
                            .filter(item -> item.workload().loop() == LoopKind.OPEN)
                            .map(item -> item.workload().partitions())
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<Integer> sizes(List<WorkItem> items, LoopKind loop, Question question) {
        return items.stream()
                .filter(item -> item.workload().loop() == loop && item.question() == question)
                .filter(item -> item.workload().shape() == Shape.QUEUE)
                .map(item -> item.workload().message().bytes())
                .collect(Collectors.toSet());
    }

    @Test
    void fullGoesFromTheSmallestMessageToAMebibyteAtEveryGuaranteeOfOneNode() {
        Plan plan = Plan.of(BuiltIns.suiteNamed("full").work(), systems(), List.of());
        Set<Integer> sizes = plan.offered().stream()
                .map(cell -> cell.workload().message().bytes())
                .collect(Collectors.toSet());
        assertTrue(sizes.containsAll(Set.of(32, 1 << 20)), sizes::toString);
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Guarantee.REPLICATED)),
                plan.offered().stream().map(cell -> cell.workload().guarantee()).collect(Collectors.toSet()));
    }

    @Test
    void aSweepHasAsManyPointsAsThePlanCountsOn() {
        Cell cell = new Cell("kafka", BuiltIns.workloadNamed("kilobyte-open-loop"));
        assertEquals(Plan.SWEEP_POINTS, Sweep.cells(cell, 10_000).size());
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
