package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.campaign.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
    private static final double[] STEADY = {1000, 1010, 995};
    private static final double[] SLOWER = {800, 806, 797};
    private static final String HOSTILE = "k|b`<script>\u001b[31m";

    @TempDir
    private Path folder;

    private Path before;
    private Path slower;

    @BeforeEach
    void measure() throws IOException {
        before = campaign("before").stream("kafka", STEADY).stream("zeromq", STEADY)
                .in(folder.resolve("before"));
        slower = campaign("slower").stream("kafka", SLOWER).stream("zeromq", STEADY)
                .in(folder.resolve("slower"));
    }

    private static WrittenCampaign campaign(String runId) {
        return new WrittenCampaign(runId).bus("kafka", "native: Maven").bus("zeromq", null);
    }

    @Test
    void aRunAgainstItselfIsStatusZero() throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("compare", before.toString(), before.toString(), "--json"), run::err);
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertEquals(2, document.get("comparisons").size());
        for (JsonNode row : document.get("comparisons")) {
            assertEquals(1, row.get("ratio").asDouble());
            assertEquals("NO_DIFFERENCE_SHOWN", row.get("verdict").asText());
        }
        assertEquals(0, document.get("refused").size());
        assertTrue(document.get("warnings").get(0).asText().startsWith("A and B are the same campaign"));
        assertEquals(
                List.of("busmark: No difference shown in 2 comparisons"),
                run.err().lines().toList());
    }

    @Test
    void aSlowerRunIsStatusThree() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.REGRESSION, run.of("compare", before.toString(), slower.toString()));
        assertTrue(run.out().contains("| SLOWER "), run::out);
        assertEquals(
                List.of("busmark: B is slower in 1 and faster in 0 of 2 comparisons"),
                run.err().lines().toList());

        CommandRun faster = new CommandRun(folder);
        assertEquals(ExitStatus.OK, faster.of("compare", slower.toString(), before.toString()));
        assertTrue(faster.out().contains("| FASTER "), faster::out);
    }

    @Test
    void jsonHasTheContractsNames() throws IOException {
        CommandRun run = new CommandRun(folder);
        run.of("compare", before.toString(), slower.toString(), "--json");
        JsonNode document = new ObjectMapper().readTree(run.out());
        JsonNode row = document.get("comparisons").get(0);
        for (String name : List.of(
                "cellId",
                "bus",
                "workload",
                "guarantee",
                "rate",
                "metric",
                "ratio",
                "low",
                "high",
                "verdict",
                "noiseFloor",
                "adjustedP",
                "a",
                "b")) {
            assertTrue(row.has(name), () -> name + " is missing in " + row);
        }
        assertEquals("kafka", row.get("bus").asText());
        assertEquals("throughputPerSecond", row.get("metric").asText());
        assertEquals("SLOWER", row.get("verdict").asText());
        assertEquals(0.8, row.get("ratio").asDouble(), 0.002);
        assertEquals(1000, row.at("/a/median").asDouble());
        assertEquals(3, row.at("/b/runs").asInt());
        assertTrue(document.get("regression").asBoolean());
        assertEquals("before", document.at("/a/runId").asText());
    }

    @Test
    void whatIsNotComparableIsRefusedWithTheReason() throws IOException {
        Path other = campaign("other").bus("rabbitmq", "native").stream("rabbitmq", STEADY).stream("zeromq", STEADY)
                .in(folder.resolve("other"));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("compare", before.toString(), other.toString(), "--json"));
        JsonNode refused = new ObjectMapper().readTree(run.out()).get("refused");
        assertEquals(List.of("only in A", "only in B"), refused.findValuesAsText("reason"));
        assertTrue(refused.get(0).has("cellId"));
        assertTrue(run.err().contains("not compared: 2"), run::err);
    }

    @Test
    void anotherProvisioningMustBeAskedFor() throws IOException {
        Path docker = new WrittenCampaign("docker")
                .bus("kafka", "docker: apache/kafka").stream("kafka", SLOWER).in(folder.resolve("docker"));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.USAGE, run.of("compare", before.toString(), docker.toString()));
        assertTrue(run.out().contains("provisioned in another way: native in A, docker in B"), run::out);
        assertTrue(run.err().contains("Nothing was compared"), run::err);

        CommandRun asked = new CommandRun(folder);
        assertEquals(
                ExitStatus.REGRESSION,
                asked.of("compare", before.toString(), docker.toString(), "--across-provisioning"));
        assertTrue(asked.out().contains("- warning: kafka is provisioned in another way"), asked::out);
    }

    @Test
    void aBrokenPromiseIsARegression() throws IOException {
        Path broken = campaign("broken").invalidStream("kafka").stream("zeromq", STEADY)
                .in(folder.resolve("broken"));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.REGRESSION, run.of("compare", before.toString(), broken.toString()));
        assertTrue(run.out().contains("INVALID in B: 3 acknowledged messages lost, allowed 0"), run::out);
        assertTrue(run.err().contains("INVALID in B and not in A: 1"), run::err);
        assertEquals(ExitStatus.OK, new CommandRun(folder).of("compare", broken.toString(), broken.toString()));
    }

    @Test
    void oneRunShowsNothing() throws IOException {
        Path one = campaign("one").stream("kafka", 1).stream("zeromq", STEADY).in(folder.resolve("one"));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("compare", before.toString(), one.toString()));
        assertTrue(run.out().contains("NO_DIFFERENCE_SHOWN: fewer than 2 runs"), run::out);
    }

    @Test
    void absurdFiguresStayNumbers() throws IOException {
        Path large = campaign("large").stream("kafka", 1e308, 1.7e308).in(folder.resolve("large"));
        Path small = campaign("small").stream("kafka", 1e-300, 1e-308).in(folder.resolve("small"));
        for (List<Path> sides : List.of(List.of(large, small), List.of(small, large), List.of(large, large))) {
            CommandRun run = new CommandRun(folder);
            run.of("compare", sides.get(0).toString(), sides.get(1).toString(), "--json");
            assertFalse(run.out().contains("Infinity") || run.out().contains("NaN"), run::out);
            assertTrue(
                    new ObjectMapper()
                                    .readTree(run.out())
                                    .at("/comparisons/0/ratio")
                                    .asDouble()
                            > 0,
                    run::out);
        }
    }

    @Test
    void aPullRequestGetsMarkdown() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.REGRESSION, run.of("compare", before.toString(), slower.toString(), "--markdown"));
        assertTrue(run.out().startsWith("### Busmark: B against A\n"), run::out);
        run.assertRefused(
                ExitStatus.USAGE,
                "--json and --markdown exclude each other",
                "compare",
                before.toString(),
                slower.toString(),
                "--markdown",
                "--json");
    }

    @Test
    void githubsActionReadsTwoFiles() throws IOException {
        Path hostile = new WrittenCampaign("hostile")
                .bus(HOSTILE, "native").stream(HOSTILE, STEADY).stream("kafka", SLOWER)
                        .bus("kafka", "native: Maven")
                        .in(folder.resolve("hostile"));
        Path github = folder.resolve("new/github");
        CommandRun run = new CommandRun(folder);
        assertEquals(
                ExitStatus.REGRESSION,
                run.of("compare", before.toString(), hostile.toString(), "--github", github.toString()),
                run::err);
        assertFalse(run.out().contains("<script>") || run.out().contains("\u001b"), run::out);
        JsonNode bigger = new ObjectMapper()
                .readTree(github.resolve("customBiggerIsBetter.json").toFile());
        JsonNode smaller = new ObjectMapper()
                .readTree(github.resolve("customSmallerIsBetter.json").toFile());
        assertTrue(bigger.isArray() && smaller.isArray());
        assertEquals(0, smaller.size());
        JsonNode kafka = bigger.get(1);
        assertEquals(
                "kafka small-stream PERSISTED 100 B max throughput",
                kafka.get("name").asText());
        assertEquals("msg/s", kafka.get("unit").asText());
        assertEquals(800, kafka.get("value").asDouble());
        assertTrue(kafka.get("range").isTextual() && kafka.get("extra").asText().contains("SLOWER"));

        Path file = Files.writeString(folder.resolve("file"), "");
        run.assertRefused(
                ExitStatus.USAGE,
                "--github " + file + ": cannot be written",
                "compare",
                before.toString(),
                slower.toString(),
                "--github",
                file.toString());
    }

    @Test
    void whatCannotBeReadIsOneClearLine() throws IOException {
        String a = before.toString();
        Path none = folder.resolve("none");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = before.resolve("run.json");
        CommandRun run = new CommandRun(folder);
        run.assertRefused(ExitStatus.USAGE, none + ": no such folder; allowed:", "compare", none.toString(), a);
        run.assertRefused(ExitStatus.USAGE, empty + ": holds no run.json", "compare", a, empty.toString());
        run.assertRefused(ExitStatus.USAGE, file + ": is not a folder", "compare", a, file.toString());
        run.assertRefused(ExitStatus.USAGE, "Missing required parameter: 'DIR_B'", "compare", a);
        Files.createDirectory(empty.resolve("run.json"));
        run.assertRefused(ExitStatus.USAGE, "run.json: cannot be read", "compare", a, empty.toString());
    }

    @Test
    void aDamagedRunJsonIsOneClearLine() throws IOException {
        String good = Files.readString(before.resolve("run.json"));
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Path file = bad.resolve("run.json");
        for (int length = 0; length < good.length() - 2; length += 331) {
            Files.writeString(file, good.substring(0, length));
            refuses(file, bad);
        }
        for (String damage : List.of("[]", "null", "\u0000\u0001", "{", "{\"schemaVersion\": 1}")) {
            Files.writeString(file, damage);
            refuses(file, bad);
        }
        Files.writeString(file, good.replace("\"schemaVersion\": 1", "\"schemaVersion\": 99"));
        refuses(file + ":2:20: schemaVersion is unknown: 99; allowed: 1", bad);
        Files.writeString(file, good.replace("\"VALID\"", "\"GOOD\""));
        refuses("GOOD", bad);
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3, 4});
        refuses(file, bad);
    }

    private void refuses(Object part, Path bad) {
        CommandRun run = new CommandRun(folder);
        run.assertRefused(ExitStatus.USAGE, part.toString(), "compare", before.toString(), bad.toString());
        run.assertRefused(ExitStatus.USAGE, part.toString(), "compare", bad.toString(), before.toString());
    }
}
