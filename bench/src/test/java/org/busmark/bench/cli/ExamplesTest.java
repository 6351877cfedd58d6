package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.bench.files.ScriptFile;
import org.busmark.bench.files.WorkloadFile;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.ledger.Verdict;
import org.busmark.results.files.InvalidFileException;
import org.busmark.simulated.Count;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.simulated.SimulatedBus;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.verdict.Reason;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation can be run, and come to what is said of them. */
final class ExamplesTest {
    private static final Set<String> BUSES = Set.of(SimulatedAdapter.ID);

    @TempDir
    Path folder;

    @Test
    void theCommandsOfThePagesAreAccepted() throws IOException {
        List<String> commands = commands();
        assertTrue(commands.size() >= 4, commands::toString);
        for (String command : commands) {
            String[] words = Stream.concat(
                            Arrays.stream(command.split(" ", -1)).skip(1).map(ExamplesTest::inCheckout),
                            Stream.of("--plan"))
                    .toArray(String[]::new);
            CommandRun run = new CommandRun(folder);
            assertEquals(0, run.of(words), () -> command + ": " + run.err());
        }
    }

    @Test
    void everyExampleBelongsToACommand() throws IOException {
        String all = String.join("\n", commands());
        try (Stream<Path> files = Files.list(CheckoutFiles.file("docs/examples"))) {
            List<String> unused = files.map(file -> "docs/examples/" + file.getFileName())
                    .filter(file -> !all.contains(file))
                    .toList();
            assertEquals(List.of(), unused);
        }
    }

    @Test
    void aLossIsCountedWhereItIsAllowed() throws Exception {
        Measured measured = measure("loss.yaml", "loss-allowed.yaml", Duration.ofMillis(500));
        TrafficReport report = measured.report();

        assertTrue(report.ledger().lost() > 0);
        assertEquals(measured.lostByScript(), report.ledger().lost());
        assertFalse(has(report, Reason.LOST), () -> report.judgement().toString());
        assertTrue(report.judgement().verdict() != Verdict.INVALID);
    }

    @Test
    void aLossThatBreaksAPromiseIsInvalid() throws Exception {
        Measured measured = measure("loss.yaml", "loss-promised.yaml", Duration.ofMillis(500));
        TrafficReport report = measured.report();

        assertTrue(report.ledger().lost() > 0);
        assertEquals(measured.lostByScript(), report.ledger().lost());
        assertTrue(has(report, Reason.LOST), () -> report.judgement().toString());
        assertEquals(Verdict.INVALID, report.judgement().verdict());
    }

    @Test
    void aConsumerThatIsTooSlowIsNoSteadyState() throws Exception {
        TrafficReport report = measure("slow-consumer.yaml", "too-fast.yaml", Duration.ofSeconds(3))
                .report();

        assertTrue(has(report, Reason.NO_STEADY_STATE), () -> report.judgement().toString());
        assertTrue(
                report.judgement().reasons().toString().contains("backlog grows"),
                () -> report.judgement().toString());
        assertEquals(0, report.ledger().lost());
    }

    @Test
    void theStallLiesWithinTheMeasuredTime() throws InvalidFileException {
        Workload open = workload("stall-open.yaml");
        Workload closed = workload("stall-closed.yaml");

        assertEquals("1 s at 7 s", script("stall.yaml").get("stall"));
        for (Workload work : List.of(open, closed)) {
            assertEquals(Duration.ofSeconds(2), work.warmup());
            assertEquals(Duration.ofSeconds(10), work.duration());
        }
    }

    private static List<String> commands() throws IOException {
        return Stream.concat(
                        Files.readString(CheckoutFiles.file("docs/validity.md")).lines(),
                        Files.readString(CheckoutFiles.file("docs/method.md")).lines())
                .map(String::strip)
                .filter(line -> line.startsWith("./busmark run "))
                .toList();
    }

    private static String inCheckout(String word) {
        return word.startsWith("docs/") ? CheckoutFiles.file(word).toString() : word;
    }

    private static Map<String, String> script(String name) throws InvalidFileException {
        return ScriptFile.read(CheckoutFiles.file("docs/examples/" + name));
    }

    private static Workload workload(String name) throws InvalidFileException {
        return WorkloadFile.read(CheckoutFiles.file("docs/examples/" + name), BUSES);
    }

    /** By the engine itself, in this JVM, without warm-up. */
    private static Measured measure(String script, String workload, Duration duration)
            throws InvalidFileException, BusException {
        SimulatedAdapter adapter = new SimulatedAdapter();
        DisturbanceLog log = new DisturbanceLog();
        Workload work = workload(workload).withTimes(Duration.ZERO, duration);
        try (SimulatedBus bus = adapter.connect(new BusSettings(Map.of(), script(script)), log)) {
            TrafficReport report = new TrafficRun(bus, adapter.capabilities(), work, 1, Clock.SYSTEM, log).run();
            return new Measured(report, bus.truth().count(Count.LOST));
        }
    }

    /** How many are lost follows from the seed and from how many a busy machine came to send in its time. */
    private record Measured(TrafficReport report, long lostByScript) {}

    private static boolean has(TrafficReport report, Reason kind) {
        return report.judgement().reasons().stream().anyMatch(kind::matches);
    }
}
