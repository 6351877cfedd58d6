package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.campaign.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of calibration, as anyone runs it. What it finds must be so; what a busy machine hides may be hidden. */
final class CalibrateCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void refusesAPatienceWithoutAUnit() {
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "'--patience': '5' is not a duration; allowed:",
                        "calibrate",
                        "--patience",
                        "5");
    }

    @Test
    void findsWhatIsScripted() throws IOException {
        CommandRun run = new CommandRun(folder);
        int status = run.of("calibrate", "--quick", "--json");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertEquals(
                List.of(
                        "clean",
                        "exponential",
                        "loss",
                        "flagged-duplicates",
                        "unflagged-duplicates",
                        "reorder-within",
                        "reorder-across",
                        "corruption",
                        "rejection",
                        "lost-acks",
                        "ceiling",
                        "stall",
                        "stall, as a closed loop sees it"),
                document.get("scripts").findValuesAsText("name"));
        boolean all = true;
        int checks = 0;
        for (JsonNode script : document.get("scripts")) {
            boolean passed = true;
            for (JsonNode check : script.get("checks")) {
                checks++;
                boolean held = check.get("passed").asBoolean();
                passed &= held;
                assertTrue(
                        held || check.path("note").asText().endsWith("machine too busy to calibrate"),
                        () -> script.get("name") + ": " + check);
            }
            assertEquals(passed, script.get("passed").asBoolean(), script::toString);
            all &= passed;
        }
        assertTrue(checks > 200, "only " + checks + " checks");
        assertEquals(all, document.get("passed").asBoolean());
        assertEquals(all ? ExitStatus.OK : ExitStatus.FAILED, status);
        assertTrue(run.err().contains("1/13 script clean"), run::err);
    }
}
