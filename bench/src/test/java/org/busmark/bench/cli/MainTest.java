package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aloneItPrintsItsUsage() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of());
        assertTrue(run.out().startsWith("Usage: busmark"), run::out);
        for (String command :
                List.of("run", "report", "compare", "claims", "calibrate", "list", "doctor", "brokers", "jmh")) {
            assertTrue(run.out().contains("\n  " + command), command);
        }
        assertEquals("", run.err());
    }

    @Test
    void helpAndVersionAreData() {
        CommandRun help = new CommandRun(folder);
        assertEquals(ExitStatus.OK, help.of("run", "--help"));
        assertTrue(help.out().contains("--guarantee=NAME"), help::out);
        CommandRun version = new CommandRun(folder);
        assertEquals(ExitStatus.OK, version.of("--version"));
        assertTrue(version.out().startsWith("busmark "), version::out);
    }

    @Test
    void refusesAnUnknownCommandInOneLine() {
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, "'retort'", "retort", "x");
    }

    @Test
    void debugShowsWhereAnErrorComesFrom() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.USAGE, run.of("--debug", "run", "--bus", "x"));
        assertTrue(run.err().contains("\tat org.busmark.bench.cli."), run::err);
        CommandRun after = new CommandRun(folder);
        assertEquals(ExitStatus.USAGE, after.of("run", "--bus", "x", "--debug"));
        assertTrue(after.err().contains("\tat org.busmark.bench.cli."), after::err);
    }

    @Test
    void listsBusesWithTheirGuaranteesAndHow() throws IOException {
        JsonNode buses = json("list", "buses", "--json");
        assertEquals(
                List.of("kafka", "loopback", "rabbitmq", "simulated", "tcp", "zeromq"),
                buses.findValuesAsText("id").stream()
                        .filter(id -> !id.contains("_") && !id.equals("PERSISTED") && !id.equals("ACKNOWLEDGED"))
                        .toList());
        JsonNode kafka = buses.get(0);
        assertEquals("Fake kafka", kafka.get("displayName").asText());
        assertEquals("FIRE_AND_FORGET", kafka.get("guarantees").get(0).get("id").asText());
        assertEquals("somehow", kafka.get("guarantees").get(0).get("how").asText());
        assertEquals(
                "1", kafka.get("guarantees").get(0).get("settings").get("acks").asText());
        assertTrue(kafka.get("needsBroker").asBoolean());
    }

    @Test
    void listsWorkloadsAndSuites() throws IOException {
        JsonNode workloads = json("list", "workloads", "--json");
        assertEquals(BuiltIns.workloads().stream().map(Workload::name).toList(), workloads.findValuesAsText("id"));
        assertEquals("max", workloads.get(0).get("rate").asText());
        assertEquals(5000, workloads.get(1).get("rate").asDouble());
        JsonNode quick = json("list", "suites", "--json").get(0);
        assertEquals("quick", quick.get("id").asText());
        assertEquals(480, quick.get("budgetSeconds").asInt());
        assertEquals(4, quick.get("workloads").size());
    }

    @Test
    void listsClaims() throws IOException {
        JsonNode claims = json("list", "claims", "--json");
        assertEquals(21, claims.size());
        assertEquals("durable-stream-bus", claims.get(0).get("id").asText());
        assertEquals("1", claims.get(0).get("section").asText());
        assertTrue(claims.get(0).get("statement").asText().startsWith("Kafka handles real-time streams"));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("list", "claims"));
        assertTrue(run.out().contains("kafka-throughput"), run::out);
    }

    @Test
    void listsForPeople() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("list", "buses"));
        assertTrue(run.out().contains("kafka      Fake kafka\n"), run::out);
        assertTrue(run.out().contains("PERSISTED: somehow\n"), run::out);
    }

    @Test
    void refusesToListOrToDoWhatItDoesNotKnow() {
        CommandRun run = new CommandRun(folder);
        run.assertRefused(
                ExitStatus.USAGE,
                "'rounds' cannot be listed; allowed: buses, workloads, suites, claims",
                "list",
                "rounds");
        run.assertRefused(ExitStatus.USAGE, "Missing required parameter", "list");
        run.assertRefused(ExitStatus.USAGE, "'nope' is not a bus; allowed: kafka", "brokers", "start", "nope");
        run.assertRefused(ExitStatus.USAGE, "'zeromq' has no private broker", "brokers", "start", "zeromq");
        run.assertRefused(
                ExitStatus.USAGE, "'melt' cannot be done to brokers; allowed: install, start", "brokers", "melt");
    }

    @Test
    void theDoctorSaysWhatIsMissingAndHowToGetIt() {
        CommandRun run = new CommandRun(folder);
        // The fakes need brokers and have none, so quick cannot do all its work.
        assertEquals(ExitStatus.LACKING, run.of("doctor"));
        assertTrue(run.out().contains("bus kafka"), run::out);
        assertTrue(run.out().contains("-> --broker kafka=FILE.properties gives an address"), run::out);
        assertTrue(run.out().contains("ok       java "), run::out);
        assertTrue(run.out().contains(folder.resolve("cache").toString()), run::out);
    }

    @Test
    void jmhListsTheBenchmarks() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("jmh"), run::err);
        assertTrue(run.out().contains("org.busmark.bench.jmh.StreamBenchmark.stream"), run::out);
        assertTrue(run.out().contains("org.busmark.bench.jmh.OpenLoopBenchmark.openLoop"), run::out);
    }

    @Test
    void jmhRefusesParametersThatNoBenchmarkHas() {
        CommandRun run = new CommandRun(folder);
        for (List<String> words : List.of(
                List.of("jmh", "Stream", "-p", "buss=kafka"),
                List.of("jmh", "-pbuss=kafka"),
                List.of("jmh", "-p", "bus=kafka", "--p", "buss=kafka"),
                List.of("jmh", "--p=buss=kafka"),
                List.of("jmh", "-prof", "gc", "-p", "buss=kafka"))) {
            run.assertRefused(
                    ExitStatus.USAGE,
                    "unknown parameter 'buss'; allowed: bus, guarantee, members, messageBytes, rate, workload",
                    words.toArray(new String[0]));
        }
    }

    @Test
    void jmhRefusesOptionsThatJmhDoesNotHave() {
        new CommandRun(folder).assertRefused(ExitStatus.USAGE, "frobnicate", "jmh", "--frobnicate");
    }

    @Test
    void jmhRefusesAPatternThatSelectsNothing() {
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "no benchmark matches NoSuchBenchmark; allowed: org.busmark.bench.jmh.",
                        "jmh",
                        "NoSuchBenchmark");
    }

    private JsonNode json(String... words) throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of(words), run::err);
        assertEquals("", run.err());
        return new ObjectMapper().readTree(run.out());
    }
}
