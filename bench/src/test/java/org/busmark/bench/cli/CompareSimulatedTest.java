package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bus.BusException;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated bus that is 20 % slower, measured by the real engine: found in every cell that it affects, and only there.
 * One of the cells changed behind its settings, as a new version does; one changed by its settings.
 */
@Timeout(300)
final class CompareSimulatedTest {
    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 3;

    private static final MeasuredSimulation UNTOUCHED =
            MeasuredSimulation.of("untouched", Shape.QUEUE, new Rate(1000), 1100, Map.of("delay", "200 ms"));
    private static final MeasuredSimulation VERSION =
            MeasuredSimulation.of("version", Shape.QUEUE, new Rate(1000), 1100, Map.of("delay", "200 ms"));
    private static final MeasuredSimulation ECHO =
            MeasuredSimulation.of("echo", Shape.ROUND_TRIP, Rate.MAX, 700, Map.of("delay", "5 ms"));

    @TempDir
    private Path folder;

    /** A machine that is busy with other things may spoil one attempt, or be the one false alarm of twenty. */
    @Test
    void theDifferenceIsFoundInEveryAffectedCellAndOnlyThere() throws IOException, BusException {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "untouched response.p50Us", "NO_DIFFERENCE_SHOWN",
                "untouched response.p99Us", "NO_DIFFERENCE_SHOWN",
                "version response.p50Us", "SLOWER",
                "version response.p99Us", "SLOWER",
                "echo service.p50Us", "SLOWER",
                "flood throughputPerSecond", "SLOWER"));
        Map<String, String> found = Map.of();
        String last = "";
        for (int attempt = 1; attempt <= ATTEMPTS && !found.equals(expected); attempt++) {
            Path before = folder.resolve("before-" + attempt);
            Path after = folder.resolve("after-" + attempt);
            measure(before, after);
            assertNoDifference(before);
            assertNoDifference(after);
            CommandRun run = new CommandRun(folder);
            int status = run.of("compare", before.toString(), after.toString(), "--json");
            last = run.out();
            JsonNode document = new ObjectMapper().readTree(last);
            found = verdicts(document);
            assertEquals(document.get("regression").asBoolean() ? ExitStatus.REGRESSION : ExitStatus.OK, status);
            assertEquals(0, document.get("refused").size(), last);
        }
        assertEquals(expected, found, last);
    }

    private static void measure(Path before, Path after) throws IOException, BusException {
        WrittenCampaign a = new WrittenCampaign("before").bus(SimulatedAdapter.ID, null);
        WrittenCampaign b = new WrittenCampaign("after").bus(SimulatedAdapter.ID, null);
        for (int round = 1; round <= ROUNDS; round++) {
            run(a, UNTOUCHED, round);
            run(b, UNTOUCHED, round);
            run(a, VERSION, round);
            run(b, VERSION.changedTo(Map.of("delay", "240 ms")), round);
            run(a, ECHO, round);
            run(b, ECHO.changedTo(Map.of("delay", "6 ms")), round);
            run(a, flood("2000/s"), round);
            run(b, flood("1600/s"), round);
        }
        a.in(before);
        b.in(after);
    }

    private static MeasuredSimulation flood(String ceiling) {
        return MeasuredSimulation.of("flood", Shape.QUEUE, Rate.MAX, 600, Map.of("ceiling", ceiling));
    }

    private static void run(WrittenCampaign campaign, MeasuredSimulation work, int round) throws BusException {
        campaign.fork(work.cell(), work.run(round));
    }

    private void assertNoDifference(Path campaign) throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("compare", campaign.toString(), campaign.toString(), "--json"), run::err);
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertEquals(6, document.get("comparisons").size(), run::out);
        for (JsonNode row : document.get("comparisons")) {
            assertEquals(1, row.get("ratio").asDouble(), row::toString);
            assertEquals("NO_DIFFERENCE_SHOWN", row.get("verdict").asText(), row::toString);
        }
    }

    private static Map<String, String> verdicts(JsonNode document) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode row : document.get("comparisons")) {
            String name = row.get("workload").asText();
            verdicts.put(
                    name + " " + row.get("metric").asText(), row.get("verdict").asText());
            boolean byName = row.has("cellIdOfA");
            assertEquals(name.equals("flood"), byName, row::toString);
            assertTrue(!byName || row.at("/settings/0/inA").asText().equals("2000/s"), row::toString);
        }
        return verdicts;
    }
}
