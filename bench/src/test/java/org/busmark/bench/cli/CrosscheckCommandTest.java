package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.crosscheck.CrosscheckResult;
import org.busmark.bench.crosscheck.CrosscheckResult.CheckedBus;
import org.busmark.bench.crosscheck.CrosscheckRow;
import org.busmark.bench.crosscheck.Figures;
import org.busmark.bench.crosscheck.RoundPair;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrosscheckCommandTest {
    private static final RoundPair PAIR =
            new RoundPair(1, true, new Figures(110, 2.0), new Figures(100, 4.0), Verdict.VALID);
    private static final CheckedBus KAFKA =
            new CheckedBus("kafka", "4.4.0", "4.4.0", "native", "steady", null, null, null);

    @TempDir
    private Path folder;

    @Test
    void refusesWhatItCannotCheck() {
        CommandRun run = new CommandRun(folder);
        run.assertRefused(2, "'loopback' has no tool", "crosscheck", "--bus", "loopback");
        run.assertRefused(2, "--rounds is 0", "crosscheck", "--rounds", "0");
        run.assertRefused(2, "--guarantee is 'SURE'", "crosscheck", "--guarantee", "SURE");
        run.assertRefused(2, "KiB or MiB", "crosscheck", "--message", "100");
        run.assertRefused(2, "message is 8", "crosscheck", "--message", "8 B");
        run.assertRefused(2, "not PERSISTED", "crosscheck", "--bus", "zeromq", "--guarantee", "PERSISTED");
    }

    @Test
    void asksForWhatWasTyped() {
        CommandRun run = new CommandRun(folder).crosscheckEndsWith(new CrosscheckResult(List.of(KAFKA), List.of()));
        assertEquals(
                0,
                run.of(
                        "crosscheck",
                        "--bus",
                        "zeromq,kafka",
                        "--message",
                        "2 KiB",
                        "--rounds",
                        "3",
                        "--duration",
                        "1s"),
                run::err);
        assertEquals(
                List.of("zeromq", "kafka"),
                run.crosscheckRequest().buses().stream().map(bus -> bus.id()).toList());
        assertEquals(3, run.crosscheckRequest().rounds());
        assertEquals(2048, run.crosscheckRequest().messages().get(0).bytes());
        assertEquals(1, run.crosscheckRequest().duration().toSeconds());
    }

    @Test
    void takesAllBusesWithAToolAndTwoSizesAlone() {
        CommandRun run = new CommandRun(folder).crosscheckEndsWith(new CrosscheckResult(List.of(KAFKA), List.of()));
        assertEquals(0, run.of("crosscheck"), run::err);
        assertEquals(
                List.of("kafka", "rabbitmq", "zeromq"),
                run.crosscheckRequest().buses().stream().map(bus -> bus.id()).toList());
        assertEquals(2, run.crosscheckRequest().messages().size());
        assertEquals(5, run.crosscheckRequest().rounds());
        assertEquals(Guarantee.FIRE_AND_FORGET, run.crosscheckRequest().guarantee());
    }

    @Test
    void jsonHasTheContractsNames() throws IOException {
        CommandRun run = new CommandRun(folder)
                .crosscheckEndsWith(new CrosscheckResult(List.of(KAFKA), List.of(row(List.of(PAIR, PAIR), List.of()))));
        assertEquals(0, run.of("crosscheck", "--json"), run::err);
        JsonNode row = new ObjectMapper().readTree(run.out()).path("rows").path(0);
        for (String name : List.of(
                "bus",
                "tool",
                "toolVersion",
                "toolCommand",
                "messageBytes",
                "guarantee",
                "throughputRatio",
                "low",
                "high",
                "clientCpuRatio",
                "rounds")) {
            assertTrue(row.has(name), () -> name + " is missing in " + row);
        }
        assertEquals(1.1, row.path("throughputRatio").asDouble(), 1e-9);
        assertEquals(0.5, row.path("clientCpuRatio").asDouble(), 1e-9);
        assertEquals(2, row.path("rounds").asInt());
    }

    @Test
    void tableHasTheFiguresOfBothSides() {
        CommandRun run = new CommandRun(folder)
                .crosscheckEndsWith(new CrosscheckResult(List.of(KAFKA), List.of(row(List.of(PAIR, PAIR), List.of()))));
        assertEquals(0, run.of("crosscheck"), run::err);
        String line = run.out().lines().skip(1).findFirst().orElse("");
        assertTrue(
                line.matches("kafka +Tool 4\\.3\\.1 +100 B +FIRE_AND_FORGET +110 +100 +1\\.100 +\\[1\\.100, 1\\.100\\]"
                        + " +0\\.500 +\\[0\\.500, 0\\.500\\] +2"),
                line);
    }

    @Test
    void failureIsStatusOneWithItsReasonAndWinsOverALack() throws IOException {
        CheckedBus missing = new CheckedBus("rabbitmq", null, null, null, null, null, "no apt-get", "install it");
        CommandRun lacking =
                new CommandRun(folder).crosscheckEndsWith(new CrosscheckResult(List.of(missing), List.of()));
        assertEquals(4, lacking.of("crosscheck"));
        CommandRun failed = new CommandRun(folder.resolve("other"))
                .crosscheckEndsWith(new CrosscheckResult(
                        List.of(missing), List.of(row(List.of(), List.of("round 1: the tool died")))));
        assertEquals(1, failed.of("crosscheck", "--json"));
        assertTrue(failed.err().contains("the tool died"), failed::err);
        JsonNode document = new ObjectMapper().readTree(failed.out());
        assertFalse(document.path("rows").path(0).has("throughputRatio"));
        assertEquals(
                "round 1: the tool died",
                document.path("rows").path(0).path("failures").path(0).asText());
        assertEquals(
                "no apt-get", document.path("buses").path(0).path("notMeasured").asText());
    }

    private static CrosscheckRow row(List<RoundPair> pairs, List<String> failures) {
        return new CrosscheckRow(
                "kafka", "Tool", "4.3.1", "java Tool", 100, Guarantee.FIRE_AND_FORGET, pairs, failures);
    }
}
