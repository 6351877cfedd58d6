package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bus.Guarantee;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunCommandTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --bus kafak              | 'kafak' is not a bus; allowed: kafka, loopback, rabbitmq, simulated, tcp, zeromq
            --bus kafka,,zeromq      | '' is not a bus; allowed:
            --suite fast             | --suite: 'fast' is not a suite; allowed: quick, standard, full
            --workload big           | --workload: 'big' is not a workload; allowed: small-stream
            --workload none.yaml     | none.yaml: no such file
            --suite quick --workload fan-out | --suite and --workload exclude each other
            --rate -5/s              | '--rate': '-5/s' is not a rate; allowed: max, or a positive number and /s
            --rate 5                 | '--rate': '5' is not a rate; allowed:
            --rate 0/s               | '--rate': '0/s' is not a rate; allowed:
            --workload small-round-trip --rate 5/s | --rate does not fit
            --duration 5             | '--duration': '5' is not a duration; allowed: a whole number and us, ms, s or min
            --duration 0s            | --duration is zero
            --warmup -1s             | '--warmup': '-1s' is not a duration; allowed:
            --rounds 0               | --rounds is 0; allowed: 1 to 10000
            --rounds 2000000000      | --rounds is 2000000000; allowed: 1 to 10000
            --rounds many            | '--rounds': 'many' is not an int
            --seed x                 | '--seed': 'x' is not a long
            --guarantee BEST         | --guarantee: 'BEST' is not a guarantee; allowed: FIRE_AND_FORGET, ACKNOWLEDGED
            --brokers magic          | --brokers is 'magic'; allowed: native, external, docker
            --brokers external       | --brokers external needs --broker kafka=FILE.properties
            --broker kafka           | --broker is 'kafka'; allowed: BUS=FILE.properties
            --broker kafka=none.properties | none.properties: no such file
            --bus zeromq --broker kafka=x  | 'kafka' is not a bus of this run; allowed: zeromq
            --bus zeromq --guarantee PERSISTED | nothing to run: Fake zeromq offers [FIRE_AND_FORGET], not PERSISTED
            --colour                 | Unknown option: '--colour'; see ./busmark run --help
            --rate                   | Missing required parameter for option '--rate'
            stray                    | Unmatched argument at index 1: 'stray'
            """)
    void refusesWhatCannotBeUsed(String words, String complaint) {
        String[] command = ("run " + words).split(" ");
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, complaint, command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate: 5", "colour: red", "message: 31 B", "message: 100 KB", "rate: -5/s"})
    void refusesAWorkloadFileWithItsPlace(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("w.yaml"), "name: w\n" + line + "\n");
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, file + ":2:", "run", "--workload", file.toString());
    }

    @Test
    void refusesTwoWorkloadsThatNoReportCouldTellApart() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "name: w\nwindow: 1000\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "name: w\nwindow: 30000\n");
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "two workloads are called w",
                        "run",
                        "--workload",
                        one.toString(),
                        "--workload",
                        other.toString());
    }

    @Test
    void refusesAFolderThatCannotBeWrittenOrHoldsARun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun run = new CommandRun(folder);
        run.assertRefused(ExitStatus.USAGE, "--out " + file + "/x: cannot be written", "run", "--out", file + "/x");
        run.assertRefused(ExitStatus.USAGE, "--out " + file + ": cannot be written", "run", "--out", file.toString());
        Files.writeString(folder.resolve("run.json"), "{}");
        run.assertRefused(ExitStatus.USAGE, "holds a run already", "run", "--out", folder.toString());
        run.assertRefused(ExitStatus.USAGE, "allowed: a path without spaces", "run", "--data-dir", folder + "/a b");
        run.assertRefused(ExitStatus.USAGE, "cannot be written", "run", "--data-dir", file + "/data");
    }

    @Test
    void refusesWhenBrokersMayFillTheDisk() {
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.LACKING,
                        "--data-dir names another folder",
                        "run",
                        "--workload",
                        "kilobyte-open-loop",
                        "--rate",
                        "999999999/s",
                        "--duration",
                        "1000 min");
    }

    @Test
    void withoutOptionsItRunsSuiteQuickOnAllSystems() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run"));
        CampaignRequest request = run.request();
        assertEquals("quick", request.suiteName());
        assertEquals(List.of("kafka", "rabbitmq", "zeromq"), request.buses());
        assertEquals(List.of("tcp", "loopback"), request.bounds());
        assertEquals(3, request.rounds());
        assertEquals(BuiltIns.suiteNamed("quick").workloads(), request.workloads());
        assertEquals(BrokerMode.NATIVE, request.brokers());
        assertEquals(folder.resolve("cache/data"), request.dataDir());
        assertEquals(List.of("run"), request.commandLine());
        assertTrue(Files.isDirectory(request.out()));
        assertTrue(
                request.out().toString().matches(".*/results/runs/20261122-102030-[0-9a-f]{8}"),
                request.out().toString());
    }

    @Test
    void optionsOverrideFileAndSuite() throws IOException {
        Path file = Files.writeString(folder.resolve("w.yaml"), "name: mine\nrate: 7/s\nduration: 9 s\n");
        Path where = Files.writeString(folder.resolve("k.properties"), "bootstrap.servers=there:1\n");
        CommandRun run = new CommandRun(folder);
        int status = run.of(
                "run",
                "--workload",
                file.toString(),
                "--workload",
                "small-round-trip",
                "--bus",
                "rabbitmq,kafka",
                "--rate",
                "50/s",
                "--guarantee",
                "PERSISTED",
                "--warmup",
                "1s",
                "--rounds",
                "2",
                "--seed",
                "42",
                "--out",
                folder.resolve("o").toString(),
                "--data-dir",
                folder.resolve("d").toString(),
                "--broker",
                "kafka=" + where);
        assertEquals(ExitStatus.OK, status, run::err);
        CampaignRequest request = run.request();
        Workload mine = request.workloads().get(0);
        assertEquals(new Rate(50), mine.rate());
        assertEquals(Guarantee.PERSISTED, mine.guarantee());
        assertEquals(Duration.ofSeconds(1), mine.warmup());
        assertEquals(Duration.ofSeconds(9), mine.duration());
        assertEquals(Rate.MAX, request.workloads().get(1).rate());
        assertEquals(List.of("rabbitmq", "kafka"), request.buses());
        assertEquals(2, request.rounds());
        assertEquals(42, request.seed());
        assertEquals(folder.resolve("o"), request.out());
        assertEquals(folder.resolve("d"), request.dataDir());
        assertEquals(Map.of("kafka", Map.of("bootstrap.servers", "there:1")), request.brokerProperties());
        assertFalse(request.toString().contains("there:1"), request.toString());
    }

    @Test
    void overridesThatMakeTwoCellsEqualLeaveOne() {
        CommandRun run = new CommandRun(folder);
        run.of("run", "--guarantee", "FIRE_AND_FORGET");
        assertEquals(3, run.request().workloads().size());
    }

    @Test
    void onlyWhatIsNamedRuns() {
        CommandRun run = new CommandRun(folder);
        run.of("run", "--bus", "loopback,loopback");
        assertEquals(List.of("loopback"), run.request().buses());
        assertEquals(List.of(), run.request().bounds());
    }

    @Test
    void aScriptReachesTheSimulatedBusAsItsSettings() throws IOException {
        Path script = Files.writeString(folder.resolve("script.yaml"), "delay: exponential 2 ms\nloss: 0.01\n");
        CommandRun run = new CommandRun(folder);
        assertEquals(
                ExitStatus.OK, run.of("run", "--bus", "simulated,zeromq", "--script", script.toString()), run::err);
        for (Workload workload : run.request().workloads()) {
            assertEquals(Map.of("delay", "exponential 2 ms", "loss", "0.01"), workload.settingsFor("simulated"));
            assertEquals(Map.of(), workload.settingsFor("zeromq"));
        }
    }

    @Test
    void refusesAScriptThatIsWrongOrThatNoBusReads() throws IOException {
        Path script = Files.writeString(folder.resolve("script.yaml"), "loss: often\n");
        CommandRun run = new CommandRun(folder);
        run.assertRefused(
                ExitStatus.USAGE,
                "script.yaml:1:7: loss is 'often': allowed: a share",
                "run",
                "--bus",
                "simulated",
                "--script",
                script.toString());
        Files.writeString(script, "loss: 0.1\n");
        run.assertRefused(
                ExitStatus.USAGE,
                "--script does not fit: it is for --bus simulated",
                "run",
                "--bus",
                "zeromq",
                "--script",
                script.toString());
    }

    @Test
    void theWalkthroughRunsOnce() {
        CommandRun run = new CommandRun(folder);
        run.of("run", "--workload", "walkthrough");
        assertEquals(1, run.request().rounds());
        assertEquals(Shape.WALKTHROUGH, run.request().workloads().get(0).shape());
    }

    @Test
    void seedsDifferUnlessGiven() {
        CommandRun first = new CommandRun(folder.resolve("a"));
        CommandRun second = new CommandRun(folder.resolve("b"));
        first.of("run");
        second.of("run");
        assertNotEquals(first.request().seed(), second.request().seed());
    }

    @Test
    void theCampaignsStatusIsTheCommands() {
        assertEquals(
                ExitStatus.LACKING, new CommandRun(folder).campaignEndsWith(4).of("run"));
    }

    @Test
    void aPlanRunsNothingAndWritesNothing() throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--plan"));
        assertTrue(run.out().contains("not offered: Fake zeromq offers [FIRE_AND_FORGET], not PERSISTED"), run::out);
        assertTrue(
                run.out().contains("17 cells, up to 3 rounds, 39 runs; brokers started once; about 5 min 33 s"),
                run::out);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aPlanIsOneJsonDocument() throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--plan", "--json"));
        JsonNode plan = new ObjectMapper().readTree(run.out());
        assertEquals(39, plan.get("runs").asInt());
        assertEquals(333, plan.get("estimatedSeconds").asInt());
        assertEquals(17, plan.get("cells").size());
        Set<String> ids = plan.get("cells").findValuesAsText("cellId").stream().collect(Collectors.toSet());
        assertEquals(17, ids.size());
        assertEquals("zeromq", plan.get("notOffered").get(0).get("bus").asText());
    }
}
